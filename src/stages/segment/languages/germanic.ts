import type { LanguageData } from './language-data.ts'

export const germanic = {
  en: {
    inner: `mr mrs ms mx messrs mmes dr drs prof hon gen lt col capt cpt cmdr cdr comdr adm maj sgt cpl pvt pfc sen fr msgr amb atty v vs e.g i.e f.e viz cf approx ca esp incl excl resp btw Mt Hon`,
    numbered: `no nos vol vols p pp ch chap sec sect art arts fig figs eq eqs par para pt pts rs op ver app cl ex
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun`,
    either: `rep gov pres dir asst det insp supt co corp inc ltd llc plc bros dept depts univ est assn assoc ave blvd rd st ste hwy pkwy sq ft jr sr esq ph.d ph al ext tel dist min mins
    hr hrs lb lbs oz gal yd yds med misc govt natl intl hosp mfg mfrs wk wks yr yrs bldg rm apt ind mgr ed eds trans rev repr cert
    max avg temp alt orig gmbh cie bhd pty
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo
    Ont Que Alta Sask`,
    closing: 'a.m p.m etc rpm bpm',
    starters: `a the this that these those there here it its he she they we you i his her their our my your
    who what when where why how which whose in on at by for from with without after before during since until while although though because
    if unless as but and or nor so yet however therefore moreover meanwhile then thus also still now today yesterday tomorrow
    is are was were do does did has have had can could should would not all both many most some several few each every any another other others
    one two three four five ten dozens hundreds thousands millions billions everyone everybody nobody someone people let please according under over between
    among despite once instead perhaps maybe only even such thank thanks`,
    dates: `january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday est edt pst pdt gmt utc cet et`,
  },
  de: {
    inner: `hr hrn fr frl dr prof dipl ing med phil jur rer nat theol habil h.c bzw vgl ca evtl ggf inkl exkl zzgl abzgl sog insb insbes
    bes bspw max mind sen geb gest verh verw kath evang ev röm griech lat engl franz frz ital span dt amerik allg eigtl ehem gegr hl
    bzgl bezügl betr beschr dgl einschl entspr erg gem geh gen ges gesch jew kfm lfd mil mündl nördl östl südl westl nachm vorm
    natürl off öff österr priv rd schweiz städt staatl stellv tägl techn telef unbek ung urspr verf vermutl versch volkst
    wiss wöchentl zit zul z.b d.h d.i i.d.r i.d i.a z.t z.z z.zt u.a u.u m.e o.g s.o s.u s.a v.a u.v.a v.chr i.e e.g z.hd m.w mfg Mag`,
    numbered: `nr nrn s abs art bd bde kap abb tab ziff anm rn rdnr rz jg lit tel fax bl sp vers
    Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez`,
    either: `str jh jhd jhdt mio mrd tsd std min sek co kg gmbh jun e.v n.chr st forts hrsg ders dies ebd anh aufl ausg aust ts kl gr milj`,
    closing: 'usw usf etc u.ä o.ä u.dgl u.v.m u.a.m u.s.w',
    starters: `der die das dem den des ein eine einer eines einem einen er sie es wir ihr ich du man dies diese dieser dieses diesem diesen
    jene jeder alle viele einige manche mehrere kein keine im in am an auf aus bei beim bis durch für gegen mit nach ohne seit trotz
    über um unter von vom vor während wegen zu zum zur zwischen und oder aber denn doch sondern wenn weil dass da als ob obwohl
    nachdem bevor damit so auch nur noch schon jetzt heute gestern morgen dann danach dort hier hierzu dazu dabei dadurch deshalb
    daher jedoch allerdings außerdem zudem was wer wie wo wann warum welche welcher welches sein seine ihre unser unsere mein meine
    nicht nun sowohl laut zwar somit ebenso ferner schließlich`,
    dates: `januar jänner februar feber märz april mai juni juli august september oktober november dezember jan feb mär mrz apr jun jul aug sep sept okt nov dez
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    jahrhundert jahrhunderts jahrhunderte jahrtausend jahrestag geburtstag weltkrieg weltkriegs spieltag spielminute minute klasse auflage bezirk`,
    beforeOrdinal: `der die das dem den des am im vom zum zur beim bis ab seit ein eine einen einem einer eines und oder ihr ihre ihren ihrem ihrer sein seine
    seinen seinem seiner mein meine meinen meinem meiner mit dieser diesem jeder jedem nach ins pro zwischen als sogenannte sogenannten`,
  },
  nl: {
    inner: `dhr mevr mw mej mr mrs dr drs prof ir ing ds st bijv bv b.v d.w.z o.a m.b.t t.a.v i.v.m i.p.v t.o.v m.u.v m.i.v resp ca evt incl max
    vgl zgn z.g.n nl t.w a.u.b dir wnd burg kol kapt gen lt luit maj sgt geb gest ned fr zg`,
    numbered: 'nr nrs blz p pag art hfst afb fig tab jrg deel dl afl par lid tel jan feb mrt apr jun jul aug sep sept okt nov dec',
    either: 'mln mld str co n.v gld sec',
    closing: 'enz etc e.d e.a v.chr n.chr',
    starters: `de het een dit dat deze die er hij zij ze we wij ik jij je u jullie hun haar zijn mijn ons onze in op aan bij met na naar van voor door over onder
    tussen tijdens sinds tot uit om te en of maar want dus als toen terwijl omdat hoewel nadat voordat indien ook nog nu vandaag gisteren morgen dan daarna daar
    hier daarom echter bovendien wat wie waar wanneer waarom hoe welke niet geen alle veel sommige enkele volgens sommigen`,
    dates:
      'januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  },
  da: {
    inner: `hr fr frk dr prof ing cand stud mag lic jur phil pol scient sct skt st kgl adv afd ass bl.a f.eks d.v.s dvs mht vedr pga
    p.g.a ca evt inkl ekskl eks el hhv hendh iflg ift jf jfr jvf kbh kl maks mio nuv obs pkt pr sdr smst spec tidl tilh u.a vha
    vol vs årg årh ang d.d i.h.t t.o.m f.o.m p.t o.lign m.h.t e.g i.e`,
    numbered: 'nr s p pp kap art fig tab stk tlf bd afsn jan feb mar apr jun jul aug sep sept okt nov dec',
    either: 'kr mia mill co ltd tus str øre',
    closing: 'osv m.v m.m m.fl o.s.v etc o.l o.a mv mm f.kr e.kr',
    starters: `den det de en et han hun vi jeg du i man der her dette denne disse min mit din sin hans hendes deres vores hvad hvem hvor hvornår hvorfor hvordan
    hvilken hvis når da som om at og eller men for så på til fra med uden efter før under over mellem siden mens fordi selvom dog derfor desuden også nu
    ifølge alle mange nogle flere ingen ikke bare kun har er var kan skal vil hos ved`,
    dates:
      'januar februar marts april maj juni juli august september oktober november december mandag tirsdag onsdag torsdag fredag lørdag søndag',
    beforeOrdinal:
      'den det de til fra og eller på i en et sin sit sine hans hendes deres hver mellem ved om senest indtil før efter pr af med',
  },
  nb: {
    inner: `hr fr frk dr prof ing cand stud mag lic jur phil adv avd bl.a f.eks dvs d.v.s ca evt inkl ekskl eks iflg ift jf jfr kgl kl
    maks mht mhp obs pga pr s.k tidl vedr vs årg ang d.d d.e i.h.t t.o.m f.o.m p.t p.g.a m.a.o st sst bla`,
    numbered: 'nr s p kap art fig tab pkt tlf bd jan feb mar apr jun jul aug sep sept okt nov des',
    either: 'kr mill mrd co str øre tus',
    closing: 'osv m.v m.m m.fl o.s.v etc o.l mv mm mfl f.kr e.kr',
    starters: `den det de en et ei han hun vi jeg du i man der her dette denne disse min mitt din sin hans hennes deres vår hva hvem hvor når hvorfor hvordan hvilken
    hvis da som om at og eller men for så på til fra med uden uten etter før under over mellom siden mens fordi selv likevel derfor dessuten også nå ifølge
    alle mange noen flere ingen ikke bare kun har er var kan skal vil hos ved`,
    dates:
      'januar februar mars april mai juni juli august september oktober november desember mandag tirsdag onsdag torsdag fredag lørdag søndag',
    beforeOrdinal:
      'den det de til fra og eller på i en et ei sin sitt sine hans hennes deres hver mellom ved om senest innen før etter pr av med',
  },
  sv: {
    inner: `hr fr dr prof ing kand fil jur tekn doc bl.a t.ex d.v.s dvs ca ev inkl exkl resp s.k sk jfr jmf kl max m.a.o o.dyl p.g.a
    pga fr.o.m t.o.m f.d f.n f.ö e.d i.st m.h.a m.h.t n.b s.a.s avd ang enl eg forts förf föreg sv tf u.a vs övers st`,
    numbered: 'nr s sid p kap art fig tab bd tel jan feb mar apr jun jul aug sep sept okt nov dec',
    either: 'kr milj mkr mdr tkr co str öre',
    closing: 'osv o.s.v m.m m.fl etc o.d f.kr e.kr',
    starters: `den det de en ett han hon vi jag du i man där här detta denna dessa min mitt din sin hans hennes deras vår vad vem var när varför hur vilken
    om då som att och eller men för så på till från med utan efter före under över mellan sedan medan eftersom dock därför dessutom också nu enligt
    alla många några flera ingen inte bara har är kan ska vill hos vid trots`,
    dates:
      'januari februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag',
  },
  is: {
    inner: 't.d þ.e sbr m.a u.þ.b skv sk dr prof sr hr fr frú þ.á.m s.s a.m.k f.h e.h þ.m.t',
    numbered: 'nr bls tbl árg gr jan feb mar apr jún júl ágú sep okt nóv des',
    either: 'kr millj hf ehf',
    closing: 'o.s.frv o.fl o.þ.h f.kr e.kr',
    starters:
      'það þetta þessi hann hún við ég þú þeir þær þau í á en og eða ef þegar sem að hvað hver hvar hvernig af því svo nú þá hér þar ekki með frá til um eftir',
    dates: 'janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember',
    beforeOrdinal: 'þann hinn á í frá til og eða með fyrir',
  },
} satisfies Record<string, LanguageData>
