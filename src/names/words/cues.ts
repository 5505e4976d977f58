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

const none: ReadonlySet<string> = new Set()

export function indefiniteArticlesOf(language: string): ReadonlySet<string> {
  return indefinite[language] ?? none
}
