/**
 * The company a name keeps: words beside a name that say it is a person, a street, a firm, a town, or another person. All in lower case.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Titles, ranks and callings before a name; no given names. Languages share one list: a word that is a title in one is a name in none. */
export const titles = set(`
  mr mrs ms miss mx dr prof sir dame lord lady king queen prince princess duke duchess count countess baron baroness pope saint father mother
  brother sister uncle aunt president chancellor minister premier senator governor mayor congressman congresswoman judge justice sheriff
  officer detective inspector sergeant lieutenant captain major colonel general admiral commander marshal private agent professor doctor
  reverend bishop archbishop cardinal rabbi imam coach manager trainer director chairman chairwoman chief ceo secretary ambassador
  spokesman spokeswoman attorney lawyer novelist pianist composer painter poet physicist chemist mathematician astronomer historian
  singer actor actress author architect engineer teacher student striker goalkeeper midfielder defender neighbour neighbor colleague
  herr frau fräulein herrn doktor professorin präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler bundeskanzlerin
  ministerin minister ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin oberbürgermeister senatorin richter richterin
  kommissar kommissarin hauptmann oberst leutnant feldmarschall könig königin kaiser kaiserin zar zarin fürst fürstin prinz prinzessin
  graf gräfin freiherr papst bischof kardinal pfarrer pater schwester bruder onkel tante trainerin kapitän stürmer torwart
  verteidiger mittelfeldspieler sprecher sprecherin anwalt anwältin physiker physikerin chemiker chemikerin mathematiker mathematikerin
  komponist komponistin maler malerin dichter dichterin schriftsteller schriftstellerin autor autorin sänger sängerin pianist pianistin
  architekt architektin ingenieur ingenieurin kollege kollegin kollegen nachbar nachbarin direktor direktorin chef chefin chefarzt
  m mm mme mmes mlle monsieur madame mademoiselle docteur maître président présidente ministre maire juge commissaire capitaine général
  colonel professeur professeure reine roi prince princesse pape évêque abbé sœur frère oncle tante peintre compositeur poète
  don doña señor señora señorita sr sra srta dra profesor profesora presidente presidenta ministro ministra alcalde alcaldesa juez
  rey reina papa obispo padre tío tía capitán entrenador
  signor signora signorina dott dottor dottoressa professore professoressa sindaco giudice re regina
  senhor senhora doutor doutora professor presidente
  pan pani panna panu panem panią prezydent premier minister król królowa książę profesor doktor inżynier kapitan generał trener
  pán paní slečna prezident ministr král královna doktor profesor kapitán trenér
  bay bayan sayın cumhurbaşkanı başbakan bakan profesör doktor kral kraliçe
  herra rouva neiti presidentti ministeri professori tohtori kuningas kuningatar
  úr elnök miniszter professzor doktor király királynő
  г господин госпожа президент министр профессор доктор генерал полковник капитан король королева царь император
  пан пані президент міністр професор доктор генерал король
  κ κος κα κύριος κυρία πρόεδρος υπουργός καθηγητής καθηγήτρια δρ
  dhr mevr meneer mevrouw president koning koningin herr fru fröken kung drottning
`)

/** A name after an indefinite article, or a contraction with one, is a thing: 'un Bolt', 'ein Diesel', 'am Piątek'. By language. */
const indefinite: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set('a an'),
  fr: set('un une'),
  de: set('ein eine einen einem einer eines kein keine keinen jeder jede jeden am'),
  es: set('un una'),
  it: set('un uno una'),
  pt: set('um uma'),
  nl: set('een'),
  sv: set('en ett'),
  da: set('en et'),
  nb: set('en et ei'),
  ro: set('un o'),
  hu: set('egy'),
  tr: set('bir'),
}

/** A name after these is where somebody is: 'in Cleveland', 'aus Neumann'. */
export const locative = set('in at near into aus nach bei à en w we v ve в во u i te')

/** Words that make the name beside them the name of a street, a building, a firm or a prize; before it. */
export const namedAfterBefore = set(`
  rue avenue place boulevard quai impasse square lycée collège école hôpital hôtel institut institute université musée stade fondation prix
  casa calle plaza avenida paseo colegio instituto hospital hotel universidad museo estadio fundación premio via viale piazza corso largo
  istituto ospedale università fondazione rua praça ulica ulicy ulicą ul aleja alei plac placu instytut szpital uniwersytet ulice ulici náměstí třída
  schlachtschiff dampfer kreuzer frigate destroyer battleship cruiser steamer uss hms ss paquebot kino cinéma cinema teatro théâtre theater
  kościół kostel iglesia église kirche chiesa szkoła škola gimnazjum szkole liceum fundacja nadace ústav ústavu nábřeží most mostu
  улица улице улицу улицы ул площадь площади проспект проспекте институт вулиця вулиці вул площа площі університет οδός οδού πλατεία πλατείας
  aeropuerto aeroporto aéroport aeroport aeroportul letiště lotnisko port puerto liceo liceul scuola colegiul gimnazija škole gymnázium festival
  festivalul universitatea universitate universiteit parc parque parco parcul teatrul stadionul bulevardul strada podul bibliothèque biblioteca premiul
  nagroda nagrody nagrodę cena ceny ceně nagrada nagrade grader graden gradi degrees degrés grados stopni stupňů astetta fok
  firma firmy firmą hotel café cafe bar pub mount cape fort lake lac monte ship schiff
`)

/** The same, after it. */
export const namedAfterAfter = set(`
  street st avenue ave road rd lane drive boulevard blvd square park bridge airport station stadium arena university college school institute
  hospital museum library tower building hall hotel café cafe bar inc corp corporation company co ltd llc plc group holdings holding bank
  junior high elementary middle memorial observatory crater center centre house church cathedral theater theatre opera press records
  records tunnel dam mall plaza court terrace crescent village town city island scholarship fellowship lecture chair cruise ship line
  motors motor airlines prize award medal foundation trophy cup crater telescope county creek lake river island islands
  straße strasse str gasse weg platz allee ring ufer brücke damm gmbh ag kg ohg se werke werk universität institut gymnasium schule stiftung
  strassen allee park pfad steig markt hof kirche dom theater oper verlag brauerei bad quelle gletscher berg insel see kanal
  preis medaille pokal museum stadion halle haus klinik krankenhaus denkmal turm siedlung viertel
  sa sarl sas spa srl sl oy ab as asa bv nv kft zrt havalimanı havaalanı köprüsü camii okulu lisesi caddesi sokağı sokak bulvarı meydanı üniversitesi hastanesi katu tie aukio puisto koulu yliopisto utca utcai utcában út tér körút körönd köz sétány híd rakpart iskola gimnázium egyetem intézet díj
  competition festival games academy akademie akademia akatemia academia akademin ortaokulu ilkokulu parkı merkezi stadyumu ödülü vakfı müzesi
  kültür universiteit instituutti palkinto univerzita náměstí priset prisen skolan museet festivalen festivali yarışması gimnázium kilátó
  gatan vägen torget gata gate straat laan plein weg улица площадь проспект вулиця площа
`)

/** Days and months: capitals in English, no names. */
export const dates = set(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
`)

/** What follows a name to tell its bearer from a father or a son of the same name; by who is meant. */
export const generations: Readonly<Record<'older' | 'younger', ReadonlySet<string>>> = {
  older: set('sr senior père vater padre ältere elder starszy starší idősebb id старший старша i'),
  younger: set('jr jun junior fils sohn hijo filho figlio jüngere younger młodszy mladší ifjabb ifj младший молодший ii iii iv neto'),
}

/** Those of them that are words for father and son: with a complement, or between commas, they say whose. */
export const kin = set('père vater padre fils sohn hijo filho figlio')

/** Given names of scripts without capitals, where any word might be one: the most frequent ones of Arabic, Persian and Hebrew. */
export const givenNamesWithoutCase = set(`
  محمد أحمد احمد محمود مصطفى علي حسن حسين سيد السيد عمر عثمان خالد إبراهيم ابراهيم يوسف عبد عبدالله الله صدام فاطمة عائشة جمال أنور سعد سعيد صلاح طارق
  كمال سليمان موسى عيسى إسماعيل هاشم جعفر رضا مهدي صادق ياسر ناصر فيصل فهد سلمان سلطان طلال وليد هشام سامي سمير منير نبيل عادل عماد رشيد رفيق كريم
  مريم زينب ليلى نادية سعاد أمينة خديجة هدى منى سلمى سناء إلهام جورج حنا إلياس بطرس بولس ميشال أنطوان فؤاد زكي توفيق نور حافظ راشد ماجد
  משה יוסף דוד אברהם יצחק יעקב שרה רחל לאה רבקה מרים חנה אסתר רות נעמי שמעון לוי יהודה דן אשר בנימין אהרון שלמה דניאל מיכאל גבריאל רפאל אליהו
  יונתן נתן אורי עמוס אריאל שמואל חיים מאיר יגאל צבי זאב אריה עוזי גדעון אהוד בנימין יאיר טל רון גיל תמר מיכל יעל דליה אורה
`)

/** Words that end the name of a newspaper, an agency or an office: a name right after them begins anew ('according to Morning Post Bequerel …'). */
export const institutions = set(`
  post times tribune journal herald press gazette news magazine guardian telegraph observer chronicle examiner sentinel mirror mail daily
  weekly globe sun star express dispatch courier monitor independent review agency police department ministry office committee council
  commission association union federation league party congress parliament senate court university academy institute
  zeitung nachrichten rundschau anzeiger tageblatt kurier presse polizei ministerium universität figaro monde libération gazette
`)

/** Words that may open a sentence and are never names. By language. */
const functionWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set(
    'the a an this that these those his her its their our my your he she it they we you i who what which when where while why how if as at by for from in into near of on onto to under until upon with without about above after against along although amid among around because before behind below beneath beside between beyond but despite down during except inside like nor not now off once only or out outside over past per since so than then there therefore though through throughout thus today tomorrow toward towards unlike up via yesterday yet and also both each either every few many more most much neither no none one other same several some such two three four five both later soon still even just never always often once according did does do has have had was were is are be been being will would could should may might must can',
  ),
  de: set(
    'der die das den dem des ein eine einen einem einer eines und oder aber denn weil wenn als ob dass daß wie wo wann warum wer was er sie es wir ihr ich du man sich mein dein sein ihr unser euer kein nicht auch noch nur schon sehr so da dann dort hier jetzt nun nie immer oft heute gestern morgen später früher danach davor dazu dafür dagegen damit darauf daraus darin darum deshalb trotz trotzdem während wegen seit bis vor nach mit ohne um für gegen durch über unter auf an am in im aus bei beim von vom zu zum zur zwischen hinter neben laut statt außer bereits erst einige viele alle beide jeder jede jedes dieser diese dieses jener auch nachdem bevor obwohl indem sobald solange doch ja nein zwei drei vier fünf hat hatte war ist sind wird wurde kann soll muss',
  ),
  fr: set(
    'le la les l un une des du de d et ou mais donc or ni car que qui quoi dont où quand comment pourquoi si comme il elle ils elles on nous vous je tu ce cet cette ces mon ton son ma ta sa mes tes ses notre votre leur leurs à au aux en dans par pour sur sous avec sans chez entre vers depuis pendant avant après selon malgré contre dès jusque ne pas plus moins très aussi alors ainsi puis ensuite enfin hier demain ici là deux trois quatre cinq tout toute tous toutes chaque plusieurs aucun aucune même autre autres lors lorsque puisque tandis cependant pourtant toutefois néanmoins c s n m t j qu non oui',
  ),
  es: set(
    'el la los las lo un una unos unas y e o u ni pero sino aunque que quien quienes cual cuando donde como porque si no sí él ella ellos ellas nosotros usted ustedes yo tú me te se le les su sus mi mis tu tus nuestro este esta estos estas ese esa esos esas aquel aquella a al de del en con sin por para según sobre bajo entre hacia hasta desde durante contra tras ante ya muy más menos también tampoco además entonces luego después antes ahora hoy ayer mañana siempre nunca cada todo toda todos todas otro otra otros otras mientras dos tres cuatro cinco fue es era son',
  ),
  it: set(
    'il lo la i gli le l un uno una e ed o ma se che chi cui quando dove come perché non sì io tu lui lei noi voi loro egli ella mio tuo suo sua suoi nostro questo questa questi queste quello quella a ad al allo alla ai agli alle di d del dello della dei degli delle da dal dalla in nel nella nei con su sul sulla per tra fra senza secondo verso dopo prima durante contro sotto sopra poi anche ancora già mai sempre oggi ieri domani così quindi però mentre ogni tutto tutti due tre quattro cinque',
  ),
  pt: set(
    'o a os as um uma uns umas e ou mas nem que quem qual quando onde como porque se não sim ele ela eles elas nós você vocês eu tu seu sua seus suas meu minha este esta esse essa aquele aquela ao à aos às de do da dos das em no na nos nas por pelo pela para com sem sob sobre entre até desde durante contra após segundo já muito mais menos também então depois antes agora hoje ontem amanhã sempre nunca cada todo toda todos outro outra dois três',
  ),
  nl: set(
    'de het een en of maar want dus dat die dit deze wie wat waar wanneer waarom hoe als ik jij hij zij wij jullie ze we men zijn haar hun mijn ons onze niet geen wel ook nog al toen dan daar hier nu later gisteren vandaag morgen in op aan bij met zonder van voor door over onder na naar om uit tot tegen tussen tijdens volgens sinds omdat terwijl hoewel veel alle twee drie vier vijf er',
  ),
  sv: set(
    'den det de en ett och eller men att som när var där här hur varför vem vad om han hon vi ni jag du man sin sitt sina hans hennes deras vår inte också sedan då nu idag igår i på av till från med utan för hos under över efter före mot mellan enligt två tre fyra fem alla många',
  ),
  da: set(
    'den det de en et og eller men at som når hvor der her hvordan hvorfor hvem hvad om han hun vi i jeg du man sin sit sine hans hendes deres vores ikke også siden da nu i på af til fra med uden for hos under over efter før mod mellem ifølge to tre fire fem alle mange',
  ),
  nb: set(
    'den det de en et ei og eller men at som når hvor der her hvordan hvorfor hvem hva om han hun vi jeg du man sin sitt sine hans hennes deres vår ikke også siden da nå i på av til fra med uten for hos under over etter før mot mellom ifølge to tre fire fem alle mange',
  ),
  pl: set(
    'i a o u w we z ze do od na po za przed przez przy dla bez nad pod między wśród oraz lub albo ale lecz więc że żeby gdy kiedy gdzie jak jako jeśli czy co kto który która które on ona ono oni one my wy ja ty jego jej ich mój swój nasz ten ta to te ci tamten nie tak też także już jeszcze tylko bardzo potem później wtedy teraz dziś wczoraj jutro zawsze nigdy tu tam każdy wszyscy wszystkie inny dwa trzy cztery pięć według podczas mimo wobec był była było',
  ),
  cs: set(
    'a i o u v ve z ze k ke s se do od na po za před přes při pro bez nad pod mezi nebo ale však tedy že aby když kde jak jako jestli zda co kdo který která které on ona ono oni my vy já ty jeho její jejich můj svůj náš ten ta to ti ty ne ano také též už ještě jen velmi potom později tehdy teď dnes včera zítra vždy nikdy tu tam každý všichni jiný dva tři čtyři pět podle během byl byla bylo',
  ),
  sk: set(
    'a i o u v vo z zo k ku s so do od na po za pred cez pri pre bez nad pod medzi alebo ale však teda že aby keď kde ako či čo kto ktorý ktorá ktoré on ona ono oni my vy ja ty jeho jej ich môj svoj náš ten tá to nie áno tiež už ešte len veľmi potom neskôr vtedy teraz dnes včera vždy nikdy podľa počas bol bola bolo',
  ),
  ru: set(
    'и а но или да же ли бы не ни в во на с со к ко о об обо у от до из за по под над при про для без через между перед после кроме ради что чтобы как когда где куда откуда если хотя потому поэтому кто который которая которые он она оно они мы вы я ты его её ее их мой свой наш этот эта это эти тот та то те так там тут здесь тоже также уже ещё еще только очень потом затем тогда теперь сегодня вчера завтра всегда никогда каждый все весь вся другой два три четыре пять был была было были согласно во время',
  ),
  uk: set(
    'і й та а але або чи же не ні в у на з із зі до від о об при про для без через між перед після крім що щоб як коли де куди якщо хоча тому хто який яка які він вона воно вони ми ви я ти його її їх мій свій наш цей ця це ці той та те ті так там тут також уже вже ще тільки дуже потім тоді тепер сьогодні вчора завтра завжди ніколи кожен усі весь вся інший два три був була було були',
  ),
  el: set(
    'ο η το οι τα τον την του της των τους τις στο στη στην στον στα στις στους ένας μια μία ένα και κι ή αλλά όμως όταν πού που πώς πως γιατί αν ποιος τι αυτός αυτή αυτό αυτοί εγώ εσύ εμείς εσείς μου σου μας σας δεν μη μην να θα για με σε από προς κατά μετά πριν χωρίς μέχρι υπό υπέρ αντί παρά εδώ εκεί τώρα τότε πάντα ποτέ σήμερα χθες αύριο κάθε όλοι όλα δύο τρεις τέσσερις πέντε επίσης ακόμη ήδη μόνο πολύ στον',
  ),
  tr: set(
    've veya ya da ama fakat ancak çünkü ki ile için gibi kadar göre sonra önce bu şu o bunlar onlar ben sen biz siz bir her bazı bütün tüm çok az daha en ne kim nerede ne zaman nasıl neden niçin de da mi mı değil var yok bugün dün yarın şimdi orada burada iki üç dört beş',
  ),
  fi: set(
    'ja tai mutta vaan sekä että jos kun koska kuin niin myös vielä jo vain hyvin sitten silloin nyt tänään eilen huomenna aina ei en hän he me te minä sinä se ne tämä nämä tuo joka jotka mikä kuka missä miten miksi siellä täällä kanssa ilman ennen jälkeen yli alle kaksi kolme oli on ovat kaikki monet',
  ),
  hu: set(
    'a az egy és vagy de hanem mert hogy ha amikor ahol aki ami amely mint nem igen is még már csak nagyon majd aztán akkor most ma tegnap holnap mindig soha ő ők mi ti én te ez ezek azok itt ott után előtt alatt felett szerint nélkül két három volt van minden más',
  ),
  la: set(
    'et ac atque aut vel sed nam enim autem igitur itaque ergo si ut ne cum dum quod quia quam qui quae quis hic haec hoc ille illa ipse is ea id in ad ab a ex e de per pro sine sub inter post ante apud non nec neque iam tum nunc semper numquam',
  ),
  ro: set(
    'un o și sau dar însă că să dacă când unde cum de la în pe cu fără din prin pentru după înainte între contra nu da el ea ei ele noi voi eu tu acest această acel acea lui său sa lor mai foarte apoi atunci acum azi ieri mâine mereu',
  ),
}

const none: ReadonlySet<string> = new Set()

export function functionWordsOf(language: string): ReadonlySet<string> {
  return functionWords[language] ?? none
}

export function indefiniteArticlesOf(language: string): ReadonlySet<string> {
  return indefinite[language] ?? none
}
