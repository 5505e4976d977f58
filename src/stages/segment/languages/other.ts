import { anyWord, type LanguageData } from './language-data.ts'

/** Typed for । where the keyboard lacks it. */
const danda = '|'

export const other = {
  fi: {
    inner: `hra rva nti dr prof toht fil esim ts ns mm mrs os ko ks vrt n nk em tri kenr ev eversti maist lis yo kaup kh arv ent joht
    puh.joht`,
    numbered: 'nro s ss luku kuva kuvio taul puh',
    either: 'klo milj mrd mk eaa jaa ekr jkr oy ry co krs',
    closing: 'jne ym yms jms jnpp tms',
    starters: `hän he me te minä sinä se ne tämä tuo nämä nuo joka jos kun koska vaikka mutta ja tai vai sekä että niin myös kuitenkin siksi sitten silloin nyt tänään eilen
    huomenna mitä mikä kuka missä milloin miksi miten kaikki monet jotkut yksi ei ole on oli ovat siellä täällä lisäksi esimerkiksi`,
    dates:
      'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
    beforeOrdinal: 'ja tai vuoden kohta',
  },
  et: {
    inner: 'hr pr prl dr prof ins mag kol kpt ltn maj kin nn s.t st s.o sh nt näit u ca vrd vt',
    numbered: 'nr lk ptk p jn tel',
    either: 'a aa saj eKr pKr mln mld kl min sek eur km kg',
    closing: 'jne jms jt jm',
    starters:
      'ta tema nad me te ma mina sa sina see need too kui sest kuigi aga ja või ning et nii ka siiski seetõttu siis nüüd täna eile homme mis kes kus millal miks kuidas kõik paljud mõned üks ei on oli olid seal siin lisaks',
    dates:
      'jaanuar jaanuaril veebruar veebruaril märts märtsil aprill aprillil mai mail juuni juunil juuli juulil august augustil september septembril oktoober oktoobril november novembril detsember detsembril',
    beforeOrdinal: 'ja või kuni alates',
  },
  hu: {
    inner: 'dr prof özv id ifj gr br szt st pl ún kb ui uo vö ill ld l ált tkp fn mn ang ném fr ol sp lat gör ford szerk',
    numbered: 'sz old o köt évf fej bek ábra tábl tel jan feb febr már márc ápr máj jún júl aug szept okt nov dec',
    either: 'u krt i.e i.sz kr.e kr.u kft zrt nyrt bt rt m e km kg ft mrd db',
    closing: 'stb sat u.i',
    starters: `a az egy ez ezek azok ő ők én te mi ti és de vagy hogy ha amikor mert bár így is tehát azonban ezért majd akkor most ma tegnap
    holnap mit ki hol mikor miért hogyan minden sok néhány nem van volt voltak ott itt emellett valamint szerint`,
    dates: 'január február március április május június július augusztus szeptember október november december',
    beforeOrdinal: 'a az és vagy egy',
  },
  lt: {
    inner: 'dr prof doc inž akad gen plk kpt ltn šv g gatv al pr t.y t.p pvz plg žr vad vyr dir kun vysk',
    numbered: 'nr p psl pav lent sk str t tel',
    either: 'm mėn d val min mln mlrd tūkst eur lt km kg pr.kr po.kr uab',
    closing: 'kt pan ir.t.t t.t',
    starters: `jis ji jie jos aš tu mes jūs tai šis ši šie tas ta ir bet arba ar jei kai kada kaip kur kodėl kas kuris nors todėl taip pat
    tačiau tada dabar šiandien vakar rytoj jau dar ne visi daug vienas ten čia yra buvo pagal po prieš nuo iki su be per`,
    dates: 'sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio',
    beforeOrdinal: 'nuo iki ir ar',
  },
  lv: {
    inner: 'dr prof doc inž akad ģen plkv kpt sv g.k t.i t.s piem sal sk resp t.sk apm ielā pils',
    numbered: 'nr lpp att tab p nod sēj tel',
    either: 'g gs m plkst min milj mljrd tūkst eur ls km kg p.m.ē m.ē',
    closing: 'utt u.c u.tml',
    starters:
      'viņš viņa viņi viņas es tu mēs jūs tas tā tie tās šis šī šie un bet vai ja kad kā kur kāpēc kas kurš lai gan tāpēc arī tomēr tad tagad šodien vakar rīt jau vēl ne visi daudz daži viens tur šeit ir bija pēc pirms no līdz ar bez par uz',
    dates:
      'janvārī janvāra janvāris februārī februāra martā marta aprīlī aprīļa maijā maija jūnijā jūnija jūlijā jūlija augustā augusta septembrī septembra oktobrī oktobra novembrī novembra decembrī decembra',
    beforeOrdinal: 'no līdz un vai gada',
  },
  el: {
    inner: 'ην ηνωμ κ κκ κα κος κας δρ καθ αγ αρχ π.χ δηλ λ.χ βλ πρβλ οδ λεωφ πλ στρ συντ ταξ υπ ό.π αντ εκδ μτφρ γεν',
    numbered: 'αρ αριθ σ σελ τ κεφ εικ πιν παρ άρθ τηλ ιαν φεβ μαρ απρ μαΐ ιουν ιουλ αυγ σεπ οκτ νοε δεκ',
    either: 'μ.χ π.χ.χ εκ χιλ δισ α.ε ο.ε ε.π.ε χλμ',
    closing: 'κλπ κ.λπ κτλ κ.τ.λ κ.ά κ.ο.κ π.μ μ.μ',
    starters:
      'ο η το οι τα τον την του της των στο στη στην στον στα στις ένας μια ένα αυτός αυτή αυτό αυτοί εγώ εσύ εμείς και αλλά ή όμως αν όταν επειδή γιατί πως πού πότε ποιος τι πώς ενώ για από με χωρίς μετά πριν κατά προς σε θα να δεν μην είναι ήταν έχει επίσης τώρα σήμερα χθες όλοι πολλοί μερικοί σύμφωνα',
    dates: 'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου',
    asks: ';\u037e',
  },
  hy: {
    inner: 'պրոֆ դոկտ ակադ տ պարոն ծն',
    numbered: 'էջ հատ նկ գլ կետ թիվ',
    either: 'թ թթ դ դդ հզր մլն մլրդ կմ մ րոպ մ.թ մ.թ.ա ք.ա',
    closing: 'և.այլն',
    asks: ':',
  },
  ka: {
    inner: 'პროფ აკად ე.ი ე.წ მაგ იხ შდრ ქ ქუჩ წმ',
    numbered: 'გვ ნახ თავ ტ',
    either: 'წ წწ სს ს ძვ.წ ახ.წ მლნ მლრდ კმ',
    closing: 'ა.შ სხვ',
  },
  tr: {
    inner: `dr doç prof yrd öğr av müh mim uzm alb yb bnb yzb tğm gen org tuğ hz bn örn bkz krş çev haz sad mah cad  
    apt alm fr ing ar far rum`,
    numbered: 'no s ss sf c md şek tab böl tel',
    either: 'yy m.ö m.s t.c a.ş ltd şti mad dk sn sa km kg cm m bş',
    closing: 'vb vs vd',
    starters:
      'bu şu o bir ben sen biz siz onlar onun ama fakat ancak ve veya ya eğer çünkü ki de ne nasıl nerede neden niçin kim hangi her hiç bütün tüm bazı birçok çok daha en artık şimdi bugün dün yarın sonra önce böylece ayrıca ise için gibi göre',
    dates: 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
    beforeOrdinal: anyWord,
  },
  kk: {
    inner: 'проф акад доц б.з.б б.з.д мыс қ қар обл ауд ген полк ғ.қ көш даңғ м.с',
    numbered: 'б бет сур кест т кіт №',
    either: 'ж жж ғ ғғ млн млрд мың км м кг тг с сағ мин',
    closing: 'т.б т.с.с',
    starters:
      'ол олар біз сіз мен сен бұл осы сол және бірақ немесе егер қашан қалай қайда неге кім не қандай барлық көп кейбір бір енді бүгін кеше ертең сондықтан сонымен алайда содан осыдан',
    dates: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  },
  id: {
    inner: 'bpk sdr sdri dr drs dra ir prof h hj kh jl jln gg tn ny nn yth a.n d.a u.b u.p mis',
    numbered: 'no hal hlm ps gbr tab bab pasal tel telp jan feb mar apr jun jul agt agu sep okt nov des',
    either: 'rp pt cv tbk co m sm s.h s.e s.t m.m m.a',
    closing: 'dll dsb dst dkk',
    starters:
      'ia dia mereka kami kita saya aku anda ini itu yang di ke dari pada dengan untuk oleh dalam dan atau tetapi namun jika kalau ketika karena meskipun apa siapa mana kapan mengapa bagaimana semua banyak beberapa para setelah sebelum menurut selain tidak juga sekarang kemarin besok saat',
    dates: 'januari februari maret april mei juni juli agustus september oktober november desember',
  },
  vi: {
    inner: 'tp tx ths ts pgs gs bs ks cn đ ô tt q x',
    numbered: 'tr stt đt',
    either: 'tcn scn',
    closing: 'v.v',
    starters:
      'ông bà anh chị em tôi chúng họ nó người những các một đây đó này khi nếu nhưng và hoặc vì do tuy theo trong trên dưới sau trước với cho từ đến tại ở không có là đã sẽ đang',
  },
  fa: { inner: 'دکتر مهندس ص ج ر.ک ه.ق ه.ش م ق' },
  ar: { inner: 'د أ م ص ج ت ط د.م أ.د م.م ه ق.م' },
  ur: { inner: 'ڈاکٹر پروفیسر ڈاکٹ' },
  he: { inner: 'פרופ גב מר עמ מס', either: 'וכו וכד' },
  hi: {
    // The second line is the Latin alphabet as Hindi spells it: initials of names.
    asks: danda,
    inner: `डॉ डा प्रो पं श्री श्रीमती सुश्री कु इं मो सं पृ रु
    ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड`,
  },
  mr: { asks: danda, inner: 'डॉ प्रा श्री श्रीमती सौ कु पं इ रु पृ क्र उदा' },
  bn: { asks: danda, inner: 'ড ডা ডাঃ মো মোঃ মিঃ প্রফেসর অধ্যাপক' },
  ta: { inner: 'திரு டாக்டர் பேரா கி.மு கி.பி எம் எஸ் கே ஆர் பி' },
} satisfies Record<string, LanguageData>
