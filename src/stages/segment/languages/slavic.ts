import type { LanguageData } from './language-data.ts'

export const slavic = {
  ru: {
    inner: `гр тов акад проф доц инж чл канд ген полк подп кап лейт серж св архиеп еп митр прот о т.е т.н т.к т.о т.ч т.наз ул просп пл
    наб бул ш корп обл пос пгт дер хут оз напр ср букв соотв сокр прим прибл англ нем фр франц итал исп лат греч рус укр яп кит
    араб экон техн хим биол рожд урожд зав зам нач отв пом секр деп гос внутр внеш`,
    numbered: `стр с рис табл гл п пп ст тт вып кн илл разд тел факс д кв оф каб ком янв февр фев мар апр авг сент сен окт нояб ноя дек №`,
    either: `г гг в вв н.э до.н.э мин сек час ч руб р коп тыс млн млрд трлн долл дол евр кг км м см мм га л шт чел экз куб куб.м кв.м кв.км
    мл мг т ц пр изд ред сост пер вкл им род ум мед мат ок юр`,
    closing: 'т.д т.п др проч и.о',
    starters: `он она оно они я ты мы вы это этот эта эти тот та те его её ее их наш ваш мой свой в во на по с со к ко о об от из за до у при
    для без под над между через после перед время из-за и а но или либо да же если когда как где куда откуда почему зачем кто что
    чей какой какая какие который которая которые так также тоже однако поэтому затем потом тогда теперь сейчас сегодня вчера завтра
    уже еще ещё не ни все всё всего многие некоторые несколько каждый другой другие один одна там тут здесь хотя чтобы пока согласно
    кроме вместо вместе был была были есть`,
    dates: `января февраля марта апреля мая июня июля августа сентября октября ноября декабря`,
  },
  uk: {
    inner: `ім гр тов акад проф доц інж чл канд ген полк св т.зв т.ч т.к тобто вул просп пров пл бул наб обл смт сел хут оз напр пор див
    букв бл англ нім фр італ ісп лат грец рос укр народ пом нар`,
    numbered: `стор с рис табл гл п пп т ч вип кн розд тел буд кім січ лют бер квіт трав черв лип серп верес жовт листоп груд №`,
    either: 'м р рр ст н.е до.н.е хв сек год грн коп тис млн млрд трлн дол кг км см мм га л шт чол куб кв ред вид пер',
    closing: 'т.д т.п ін тощо',
    starters: `він вона воно вони я ти ми ви це цей ця ці той та ті його її їх наш ваш мій свій в у на по з із зі до о об від за при для без
    під над між через після перед час і й а але або чи якщо коли як де куди чому хто що який яка які так також теж однак тому потім
    тоді тепер зараз сьогодні вчора завтра вже ще не ні усе все всі багато деякі кілька кожен інший інші один одна там тут хоча щоб
    поки згідно крім замість був була були є`,
    dates: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  },
  be: {
    inner: 'ім праф акад дац інж св т.зв вул пр зав пл вобл г.зн напр',
    numbered: 'стар с мал табл гл п т ч вып кн тэл кв студз лют сак крас чэрв ліп жн вер кастр ліст снеж',
    either: 'г гг ст н.э хв сек гадз руб кап тыс млн млрд кг км м см га',
    closing: 'т.д т.п г.д г.п інш',
    starters:
      'ён яна яно яны я ты мы вы гэта гэты гэтая гэтыя той яго яе іх у ў на па з за да ад аб пры для без пад над між пасля перад і а але або калі як дзе чаму хто што які так таксама аднак таму потым цяпер сёння не усе шмат',
    dates: 'студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня',
  },
  bg: {
    inner: `проф доц акад инж арх ас инсп полк ген кап св ул бул пл жк кв обл общ гр т.е т.нар напр вж ср букв ок прибл вкл англ нем фр ит
    исп лат рус бълг юр мед`,
    numbered: 'стр с фиг табл гл чл ал т ч кн том тел ет ап вх бл №',
    either: 'г гг в вв т.г пр.хр сл.хр пр.н.е сл.н.е мин сек лв ст хил млн млрд кг км м см мм дка ха л бр д',
    closing: 'т.н др пр и.др т.д',
    starters: `той тя то те аз ти ние вие това този тази тези онзи негов нейн техен в във на по с със от до за при без под над между през след преди към и а но или ако
    когато как къде защо кой коя кое кои какво какъв така също обаче затова после тогава сега днес вчера утре вече още не ни всички много някои няколко един
    една там тук макар според освен вместо беше бяха има няма`,
    dates: 'януари февруари март април май юни юли август септември октомври ноември декември',
  },
  sr: {
    inner: `мр проф инж дипл арх акад св гђа ул бул тзв тј нпр ген пук кап маг прим dr mr prof ing dipl arh akad sv gđa gđica ul bul tzv tj
    npr gen puk kap mag prim odn`,
    numbered: 'бр стр с сл таб чл ст т тел br str s sl tab čl st tel',
    either: 'год г в вв мин сек дин млн млрд хиљ км кг м н.е п.н.е god g v min sek din mln mlrd hilj km kg n.e p.n.e d.o.o a.d',
    closing: 'итд и.сл др итсл itd isl i.sl',
    starters: `он она оно они ја ти ми ви то тај та те ово овај ова ове у на по с са из за до од о при без под над између кроз после пре према и а али или ако када кад
    како где зашто ко шта који која које тако такође међутим зато затим тада сада данас јуче сутра већ још не ни сви многи неки један тамо овде иако
    on ona ono oni ja ti mi vi to taj ta te ovo ovaj ova ove u na po s sa iz za do od o pri bez pod nad između kroz posle pre prema i a ali ili ako kada kad
    kako gde zašto ko šta koji koja koje tako takođe međutim zato zatim tada sada danas juče sutra već još ne ni svi mnogi neki jedan tamo ovde iako`,
    dates:
      'јануар јануара фебруар фебруара март марта април априла мај маја јун јуна јул јула август августа септембар септембра октобар октобра новембар новембра децембар децембра januar januara februar februara mart marta april aprila maj maja jun juna jul jula avgust avgusta septembar septembra oktobar oktobra novembar novembra decembar decembra',
    beforeOrdinal: 'у на од до за по из и или тог сваког око пре после u na od do za po iz i ili tog svakog oko pre posle',
  },
  mk: {
    inner: 'проф доц инж акад св ул бул т.е т.н т.нар на.пр пр ген кап сп',
    numbered: 'бр стр с таб чл ст т тел',
    either: 'год г в мин сек ден мил млрд км кг м н.е п.н.е',
    closing: 'итн сл др итд',
    starters:
      'тој таа тоа тие јас ти ние вие ова овој оваа овие во на по со од до за при без под над меѓу низ пред кон и а но или ако кога како каде зошто кој која кое што така исто сепак затоа потоа тогаш сега денес не ни сите многу некои еден таму тука иако според',
    dates: 'јануари февруари март април мај јуни јули август септември октомври ноември декември',
  },
  pl: {
    inner: `p pp dr hab prof mgr inż lic lek płk ppłk mjr kpt por ppor gen adm kmdr sierż św bł ks o bp abp kard ul al pl np tzn tzw
    tj m.in min.in wg ob br jw wz jr śp ang niem fr wł hiszp łac ros czes ukr bałt słow pol arab chiń jap zwł ew pn płn płd wsch
    zach poł środk daw przen pocz przyp hist geogr biol med mat fiz chem jęz lit rel woj gm dyr kier przew zast urodz zm
    ur`,
    numbered: 'nr nry s str t tom rys tab art ust pkt poz rozdz zob tel fax sty lut mar kwi maj cze lip sie wrz paź lis gru',
    either: 'r w ww tys mln mld zł gr godz min sek km kg cm m n.e p.n.e sp z.o.o s.a j.w ha szt os dol im ok pow pot red',
    closing: 'itd itp in etc',
    starters: `on ona ono oni one ja ty my wy to ten ta te tego tej tych jego jej ich nasz w we na po z ze do od o przy dla bez pod nad między przez podczas przed za u
    i a ale lub albo oraz jeśli jeżeli gdy kiedy jak gdzie dlaczego kto co który która które czy tak także też jednak dlatego potem wtedy teraz dziś dzisiaj
    wczoraj jutro już jeszcze nie ni wszyscy wiele niektórzy kilka każdy inny inni jeden jedna tam tu choć chociaż aby żeby według oprócz zamiast był była było
    byli jest są`,
    dates:
      'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia poniedziałek wtorek środa czwartek piątek sobota niedziela',
    beforeOrdinal: 'w na od do z po przed i lub oraz tego tej lat lata latach roku',
  },
  cs: {
    inner: `p pí sl dr mudr judr phdr rndr thdr mvdr ing mgr bc doc prof arch akad plk pplk mjr kpt por ppor gen sv ul nám tř tzv tj např
    popř příp resp vč cca kupř atp srov viz zejm event ev hl angl něm fr it šp lat řec rus slov čes pol maď býv zást řed odd`,
    numbered: 'č čís s str obr tab kap odst čl roč tel písm led ún břez dub květ červ čvc srp září říj list pros',
    either: 'r st stol hod min sek tis mil mld kč km kg cm m n.l př.n.l s.r.o a.s o.s spol ks vyd',
    closing: 'atd apod aj etc',
    starters: `on ona ono oni ony já ty my vy to ten ta ti toto tento tato tito jeho její jejich náš v ve na po s se z ze do od o při pro bez pod nad mezi přes během před za u
    k ke i a ale nebo či ani jestliže když kdy jak kde proč kdo co který která které zda tak také též však proto potom tehdy nyní teď dnes včera zítra již už ještě
    ne všichni mnoho někteří několik každý jiný jeden jedna tam tady zde ačkoli aby podle kromě místo byl byla bylo byli je jsou`,
    dates:
      'ledna února března dubna května června července srpna září října listopadu prosince leden únor březen duben květen červen červenec srpen říjen listopad prosinec',
    beforeOrdinal: 'v ve na od do k ke dne ze z po před a i až nebo ten ta to toho té s se',
  },
  sk: {
    inner: `p pí sl dr mudr judr phdr rndr paeddr thdr mvdr ing mgr bc doc prof arch akad plk pplk mjr kpt por ppor gen sv ul nám tr tzv t.j
    tj t.z napr popr príp resp vrát cca kupr porov pozri najmä event hl angl nem fr tal šp lat gr rus slov čes poľ maď býv zást riad
    odd p.n`,
    numbered: 'č čís s str obr tab kap ods čl roč tel písm jan feb mar apr máj jún júl aug sep okt nov dec',
    either: 'r st stor hod min sek tis mil mld sk eur km kg cm m n.l pr.n.l s.r.o a.s spol k.s vyd',
    closing: 'atď a.i apod',
    starters: `on ona ono oni ony ja ty my vy to ten tá tí toto tento táto títo jeho jej ich náš v vo na po s so z zo do od o pri pre bez pod nad medzi cez počas pred za u
    k ku i a ale alebo či ani ak keď kedy ako kde prečo kto čo ktorý ktorá ktoré tak tiež však preto potom vtedy teraz dnes včera zajtra už ešte nie všetci mnoho
    niektorí niekoľko každý iný jeden jedna tam tu hoci aby podľa okrem namiesto bol bola bolo boli je sú`,
    dates:
      'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra január február marec apríl máj jún júl august september október november december',
    beforeOrdinal: 'v vo na od do k ku dňa zo z po pred a i až alebo ten tá to toho tej s so',
  },
  hr: {
    inner: `mr prof ing dipl arh akad gđa gđica gosp ul trg bl tzv tj npr odn usp gen bojn puk kap mons fra prim doc izv
    odv ravn zam engl njem franc tal španj lat grč rus prev`,
    numbered: 'br str s tab čl toč tel knj sv',
    either: 'god g st min sek kn mil mlrd tis km kg m n.e pr.n.e pr.kr d.o.o d.d co',
    closing: 'itd i.sl sl isl dr',
    starters: `on ona ono oni one ja ti mi vi to taj ta te ovo ovaj ova ove u na po s sa iz za do od o pri bez pod nad između kroz nakon prije prema i a ali ili ako kada kad
    kako gdje zašto tko što koji koja koje tako također međutim zato zatim tada sada danas jučer sutra već još ne ni svi mnogi neki jedan tamo ovdje iako bio je su`,
    dates:
      'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga studenog prosinca januara februara marta aprila maja juna jula augusta septembra oktobra novembra decembra',
    beforeOrdinal: 'u na od do za po iz i ili tog svakog oko prije nakon dana',
  },
  sl: {
    inner: `dr mag prof doc ing dipl inž univ sv g gdč ul trg t.i tj npr oz prim gen polk kap zlasti angl nem franc it lat gr rus prev
    pribl`,
    numbered: 'št str s sl tab čl odst tč tel zv',
    either: 'l st min sek mio mrd tis km kg m n.št pr.n.št pr.kr d.o.o d.d co ga',
    closing: 'itd idr ipd itn',
    starters:
      'on ona ono oni jaz ti mi vi to ta te tega v na po s z iz za do od o pri brez pod nad med skozi pred proti in a ampak ali če ko kdaj kako kje zakaj kdo kaj kateri katera tako tudi vendar zato nato potem takrat zdaj danes včeraj jutri že še ne vsi veliko nekateri en ena tam tu čeprav je so bil',
    dates:
      'januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra januar februar marec april maj junij julij avgust september oktober november december',
    beforeOrdinal: 'v na od do za po iz in ali tega vsakega okoli pred dne',
  },
} satisfies Record<string, LanguageData>
