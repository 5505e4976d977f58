import type { LanguageData } from './language-data.ts'

export const romance = {
  fr: {
    inner: `m mm mme mmes mlle mlles mgr dr drs pr prof st ste sts capt cdt lt gal adj av apr bd bld boul pl rte fg imp c.à.d p.ex
    cf ca env vs resp hab inéd id ibid op.cit dir mod n.b Me`,
    numbered: 'no nos n° n p pp art chap fig t vol tome tab al réf janv févr avr juil sept oct nov déc tél',
    either: 'cie sté ltée inc min max éd éds coll suiv ex',
    closing: 'etc',
    starters: `le la les l' un une des ce cet cette ces c' il elle ils elles on nous vous je j' tu d' du de au aux en dans sur sous par pour avec sans après avant pendant
    depuis selon malgré entre chez vers dès lors lorsque quand comme si mais ou et donc or ni car puis ensuite alors ainsi aussi enfin cependant toutefois
    néanmoins pourtant aujourd' hier demain maintenant qui que qu' quoi où comment pourquoi combien quel quelle quels quelles son sa ses leur leurs mon ma mes
    notre nos votre vos tout tous toute toutes plusieurs certains certaines quelques aucun aucune chaque beaucoup n' ne y à s' est`,
    dates:
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche',
  },
  es: {
    inner: `EE CC FF RR sr sra srta sres sras srtas dr dra dres dras d dña dn prof profa lic licda ing arq abg gral cnel cmdte tte sgto alm
    mons pbro rvdo fr sto sta ud uds vd vds excmo excma ilmo ilma mtro mtra pdte mr mrs av avda ctra cl urb c.f cf p.ej p.e máx mín
    incl gob dip sen diput col lcdo lcda izq dcha dpto depto prov admón mt ldo lda vdo hnos exp`,
    numbered: `no nos núm núms nº n.º n° pág págs pag p pp art arts cap caps fig figs vol vols t tel tfno tlf fax ext km cra cll apdo cod cp ref
    ene feb mar abr may jun jul ago sep sept set oct nov dic lun mié mier jue vie sáb sab dom`,
    either: `UU OO HH cía co inc ltd s.a s.l s.a.s s.r.l ee.uu min seg hr hrs kg cm mm gr lt lts mts aprox bco pzo pza esq edo ed eds coord
    trad ej vs c.a`,
    closing: 'etc a.m p.m a.c d.c',
    starters: `el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella él ella ellos ellas yo tú nosotros usted
    ustedes me te se nos le les en de del al a ante bajo con contra desde durante entre hacia hasta para por según sin sobre tras y
    e o u pero sino mas aunque porque pues como cuando donde si mientras que quien qué quién cómo cuándo dónde cuál también además
    así entonces luego después antes ahora hoy ayer mañana no ni ya aún todavía su sus mi mis tu tus nuestro nuestra todo todos
    todas muchos muchas algunos algunas varios otro otra otros cada es son fue hay había gracias esto eso`,
    dates:
      'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo',
  },
  it: {
    inner: `sig sigg sig.ra sig.na sig.re sigra signa dr dott dott.ssa dr.ssa prof prof.ssa proff avv ing arch geom rag on sen mons don 
    suor s ss cav comm col ten brig dir amm pres segr gent egr spett ill chiar rev v vs cfr ca circa es p.es ad.es per.es cosid
    cd c.d lgs d.lgs psicol pref incl escl mass minist min.mo loc op.cit vol.mi trad ediz geogr giur ist econ med mat fis
    chim biol filos stor relig pal p.zza pza v.le vle c.so str l.go`,
    numbered: `sec n nn nr num no pag pagg p pp art artt cap capp fig figg tab vol voll tel cell fax cpv all par lett gen feb mar apr mag giu
    lug ago set sett ott nov dic lun mer gio ven sab dom`,
    either: 'az co soc s.p.a s.r.l s.n.c s.a.s a.c d.c min max km cm kg dist fr st',
    closing: 'ecc etc',
    starters: `il lo la i gli le l' un uno una un' questo questa questi queste quest' quello quella quelli quell' egli ella lui lei loro essi io tu noi voi mi ti si ci vi ne
    di del dello della dei degli delle dell' a al allo alla ai agli alle all' da dal dalla dai dalle dall' in nel nello nella nei negli nelle nell' con su sul
    sulla sui sulle sull' per tra fra e ed o od ma però anche se come quando dove perché poiché mentre benché sebbene dopo prima durante secondo contro senza
    chi che cosa quale quali quanto quanti oggi ieri domani ora poi allora così inoltre infine tuttavia non né già ancora sempre c' è sono era ha hanno
    suo sua suoi sue mio mia nostro tutti tutte molti molte alcuni alcune altri ogni`,
    dates:
      'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica',
  },
  pt: {
    inner: `sr sra srta sres sras dr dra drs dras prof profa profs eng arq adv d dom exmo exma ilmo ilma v.exa v.s gen cel ten sgt maj alm
    mons pe fr sto sta av r al pça rod estr trav lg dep sen gov pres p.ex ex cf aprox máx mín obs incl excl depto dpto`,
    numbered: `séc no nº n.º n° núm pág págs p pp art arts cap fig figs vol vols t tel fax jan fev mar abr mai jun jul ago set out nov dez`,
    either: 'cia ltda s.a lda co inc jr a.c d.c min seg km cm kg hab ed eds org trad e.u.a eua',
    closing: 'etc a.m p.m',
    starters: `o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela isto isso ele ela eles elas eu tu nós você
    vocês me te se nos lhe em no na nas de do da dos das ao aos à às por pelo pela para com sem sob sobre entre até desde durante
    segundo conforme contra após antes depois e ou mas porém contudo todavia embora porque pois como quando onde enquanto que quem
    qual quais quanto também além assim então agora hoje ontem amanhã não nem já ainda seu sua seus suas meu minha nosso nossa todos
    todas muitos muitas alguns algumas vários outro outra outros cada é são foi há havia`,
    dates:
      'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro segunda terça quarta quinta sexta sábado domingo',
  },
  ca: {
    inner: 'sr sra srta srs dr dra prof mn excm ilm av avda c ctra pl p.ex ex cf aprox màx mín vs vda st sta',
    numbered: 'núm nº n pàg pàgs p pp art cap fig vol tel gen febr abr jul ag set oct nov des',
    either: 'cia s.a s.l a.c d.c min km ed eds',
    closing: 'etc',
    starters: `el la els les l' un una uns unes aquest aquesta aquests aquestes aquell ell ella ells elles jo tu nosaltres en de del d' a al als amb sense sobre sota
    per entre des durant segons i o però si com quan on perquè mentre que qui què també així ara avui ahir demà no ja seu seva tots moltes molts alguns`,
    dates: 'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
  },
  ro: {
    inner: `dl dle dna dr prof ing av arh acad gen col cpt lt mr sf pr str bd bul șos ș.a.m d.e de.ex ex cf cca aprox max min vs dvs
    dvoastră`,
    numbered: 'nr pag pg p pp art alin cap fig vol tel lit ian feb mar apr iun iul aug sept oct noi noiem dec',
    either: 'mil mld s.a s.r.l î.hr d.hr î.e.n e.n lei jud com ed',
    closing: 'etc ș.a ș.a.m.d',
    starters: `un o unui unei acest această acești aceste acel acea el ea ei ele eu tu noi voi în din de la pe cu fără sub peste prin pentru
    după înainte între până despre și sau dar însă ci iar dacă când cum unde deși că ce cine care cât acum azi ieri mâine nu mai
    toți toate mulți multe unii unele este sunt era a au potrivit`,
    dates: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  },
} satisfies Record<string, LanguageData>
