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

/** A name after an indefinite article, or a contraction with one, is a thing: 'un Bolt', 'ein Diesel', 'am Piątek'. */
export const indefinite = set(
  'a an another un une ein eine einen einem einer eines am um uma uno una een en ett et egy bir every each any no kein keine keinen jeder jede jeden jedes',
)

/** A name after these is where somebody is: 'in Cleveland', 'aus Neumann'. */
export const locative = set('in at near into aus nach bei à en w we v ve в во u i te')

/** Words that make the name beside them the name of a street, a building, a firm or a prize; before it. */
export const namedAfterBefore = set(`
  rue avenue place boulevard quai impasse square lycée collège école hôpital hôtel institut institute université musée stade fondation prix
  calle plaza avenida paseo colegio instituto hospital hotel universidad museo estadio fundación premio via viale piazza corso largo
  istituto ospedale università fondazione rua praça ulica ulicy ulicą ul aleja alei plac placu instytut szpital uniwersytet ulice ulici náměstí třída
  улица улице улицу улицы ул площадь площади проспект проспекте институт вулиця вулиці вул площа площі університет οδός οδού πλατεία πλατείας
  firma firmy firmą hotel café cafe bar pub mount cape fort lake lac monte ship schiff
`)

/** The same, after it. */
export const namedAfterAfter = set(`
  street st avenue ave road rd lane drive boulevard blvd square park bridge airport station stadium arena university college school institute
  hospital museum library tower building hall hotel café cafe bar inc corp corporation company co ltd llc plc group holdings holding bank
  motors motor airlines prize award medal foundation trophy cup crater telescope county creek lake river island islands
  straße strasse str gasse weg platz allee ring ufer brücke damm gmbh ag kg ohg se werke werk universität institut gymnasium schule stiftung
  preis medaille pokal museum stadion halle haus klinik krankenhaus denkmal turm siedlung viertel
  sa sarl sas spa srl sl oy ab as asa bv nv kft zrt caddesi sokağı sokak bulvarı meydanı üniversitesi hastanesi katu tie aukio utca út tér
  gatan vägen torget gata gate straat laan plein weg улица площадь проспект вулиця площа
`)
