import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'

/**
 * Given names that languages translate: a king, a saint or a scholar of old is William, Wilhelm and Guillaume by turns. A name a line, its forms
 * by language, as dictionaries of given names have them.
 */
const men = `
en:john,jack de:johann,johannes,hans fr:jean es:juan it:giovanni pt:joão pl:jan cs:jan sk:ján hu:jános fi:juhani,johannes sv:johan,johannes nl:jan,johannes da:hans,johannes ru:иван,иоанн uk:іван la:ioannes,johannes el:ιωάννης,γιάννης ro:ion hr:ivan ja:ジョン,ヨハン,ジャン zh:约翰,約翰,让 ko:존,요한,장
en:james de:jakob fr:jacques es:jaime,santiago it:giacomo pt:tiago pl:jakub cs:jakub hu:jakab sv:jakob ru:яков,иаков uk:яків la:iacobus,jacobus el:ιάκωβος ca:jaume ja:ジェームズ,ジャック zh:詹姆斯,雅各布,雅克 ko:제임스
en:charles de:karl,carl fr:charles es:carlos it:carlo pt:carlos pl:karol cs:karel sk:karol hu:károly fi:kaarle sv:karl nl:karel da:karl ru:карл uk:карл la:carolus el:κάρολος hr:karlo ja:チャールズ,カール,シャルル zh:查尔斯,查爾斯,卡尔,卡爾,夏尔 ko:찰스,카를,샤를
en:william de:wilhelm fr:guillaume es:guillermo it:guglielmo pt:guilherme pl:wilhelm cs:vilém hu:vilmos fi:vilhelm sv:vilhelm nl:willem ru:вильгельм la:gulielmus,guilelmus el:γουλιέλμος ca:guillem ja:ウィリアム,ヴィルヘルム zh:威廉,威尔海姆 ko:윌리엄,빌헬름
en:henry de:heinrich fr:henri es:enrique it:enrico pt:henrique pl:henryk cs:jindřich hu:henrik fi:henrik sv:henrik nl:hendrik,henk ru:генрих la:henricus el:ερρίκος ja:ヘンリー,アンリ,ハインリヒ zh:亨利,海因里希 ko:헨리,앙리,하인리히
en:george de:georg,jörg fr:georges es:jorge it:giorgio pt:jorge pl:jerzy cs:jiří sk:juraj hu:györgy fi:yrjö sv:göran,georg nl:joris,george ru:георгий,егор uk:юрій,георгій la:georgius el:γεώργιος,γιώργος ro:gheorghe hr:juraj ja:ジョージ,ゲオルク,ジョルジュ zh:乔治,喬治,格奥尔格 ko:조지,게오르크
en:paul de:paul fr:paul es:pablo it:paolo pt:paulo pl:paweł cs:pavel hu:pál fi:paavali sv:paul ru:павел uk:павло la:paulus el:παύλος hr:pavao ca:pau ja:ポール,パウル,パヴェル zh:保罗,保羅 ko:폴,파울
en:peter de:peter fr:pierre es:pedro it:pietro pt:pedro pl:piotr cs:petr sk:peter hu:péter fi:pietari sv:peter,per nl:pieter,piet ru:пётр,петр uk:петро la:petrus el:πέτρος hr:petar ca:pere ja:ピーター,ペーター,ピエール,ピョートル zh:彼得,皮埃尔 ko:피터,페터,피에르
en:louis,lewis de:ludwig fr:louis es:luis it:luigi,ludovico pt:luís pl:ludwik cs:ludvík hu:lajos fi:ludvig sv:ludvig nl:lodewijk ru:людовик uk:людовик la:ludovicus el:λουδοβίκος ca:lluís ja:ルイ,ルートヴィヒ,ルイス zh:路易,路德维希,路德維希 ko:루이,루트비히
en:frederick,frederic de:friedrich fr:frédéric es:federico it:federico pt:frederico pl:fryderyk cs:bedřich hu:frigyes fi:fredrik sv:fredrik nl:frederik ru:фридрих la:fridericus el:φρειδερίκος ja:フレデリック,フリードリヒ zh:弗雷德里克,弗里德里希,腓特烈 ko:프레더릭,프리드리히
en:francis,frank de:franz fr:françois es:francisco it:francesco pt:francisco pl:franciszek cs:františek sk:františek hu:ferenc fi:frans sv:frans nl:frans ru:франциск la:franciscus el:φραγκίσκος ca:francesc ja:フランシス,フランツ,フランソワ zh:弗朗西斯,弗朗茨,弗朗索瓦 ko:프랜시스,프란츠
en:anthony,antony de:anton fr:antoine es:antonio it:antonio pt:antónio pl:antoni cs:antonín sk:anton hu:antal fi:antti sv:anton nl:anton,antonie ru:антон uk:антон la:antonius el:αντώνιος,αντώνης ca:antoni ja:アンソニー,アントン,アントワーヌ zh:安东尼,安东,安托万 ko:앤서니,안톤
en:michael de:michael fr:michel es:miguel it:michele pt:miguel pl:michał cs:michal hu:mihály fi:mikael sv:mikael nl:michiel ru:михаил uk:михайло la:michael el:μιχαήλ ro:mihai ja:マイケル,ミヒャエル,ミハイル zh:迈克尔,邁克爾,米哈伊尔 ko:마이클,미하엘,미하일
en:nicholas de:nikolaus,klaus fr:nicolas es:nicolás it:nicola,niccolò pt:nicolau pl:mikołaj cs:mikuláš sk:mikuláš hu:miklós fi:nikolai sv:nils,niklas nl:nicolaas ru:николай uk:микола la:nicolaus el:νικόλαος,νίκος ro:nicolae ja:ニコラス,ニコライ,ニコラ zh:尼古拉斯,尼古拉 ko:니콜라스,니콜라이
en:andrew de:andreas fr:andré es:andrés it:andrea pt:andré pl:andrzej cs:ondřej sk:ondrej,andrej hu:andrás fi:antti sv:anders nl:andries ru:андрей uk:андрій la:andreas el:ανδρέας ro:andrei ja:アンドリュー,アンドレ zh:安德鲁,安德烈 ko:앤드루
en:stephen,steven de:stefan,stephan fr:étienne,stéphane es:esteban it:stefano pt:estêvão pl:stefan,szczepan cs:štěpán sk:štefan hu:istván fi:tapani sv:stefan nl:stefan ru:степан,стефан uk:степан la:stephanus el:στέφανος hr:stjepan ja:スティーヴン,シュテファン zh:史蒂芬,斯蒂芬,斯特凡 ko:스티븐
en:joseph de:josef,joseph fr:joseph es:josé it:giuseppe pt:josé pl:józef cs:josef sk:jozef hu:józsef fi:joosef sv:josef ru:иосиф,осип uk:йосип la:iosephus,josephus el:ιωσήφ hr:josip ca:josep ja:ジョセフ,ヨーゼフ,ジョゼフ zh:约瑟夫,約瑟夫 ko:조지프,요제프
en:alexander de:alexander fr:alexandre es:alejandro it:alessandro pt:alexandre pl:aleksander cs:alexandr hu:sándor fi:aleksanteri ru:александр uk:олександр la:alexander el:αλέξανδρος ja:アレクサンダー,アレクサンドル,アレキサンダー zh:亚历山大,亞歷山大 ko:알렉산더,알렉산드르
en:edward de:eduard fr:édouard es:eduardo it:edoardo pt:eduardo pl:edward cs:eduard hu:ede fi:eetu ru:эдуард la:eduardus el:εδουάρδος ja:エドワード,エドゥアルト zh:爱德华,愛德華 ko:에드워드
en:ernest de:ernst fr:ernest es:ernesto it:ernesto pt:ernesto pl:ernest cs:arnošt hu:ernő sv:ernst ru:эрнест,эрнст la:ernestus ja:アーネスト,エルンスト zh:欧内斯特,恩斯特 ko:어니스트,에른스트
en:philip de:philipp fr:philippe es:felipe it:filippo pt:filipe pl:filip cs:filip hu:fülöp sv:filip ru:филипп la:philippus el:φίλιππος ja:フィリップ zh:菲利普 ko:필립
en:lawrence de:lorenz fr:laurent es:lorenzo it:lorenzo pt:lourenço pl:wawrzyniec cs:vavřinec hu:lőrinc fi:lauri sv:lars ru:лаврентий la:laurentius
en:matthew de:matthäus,matthias fr:matthieu,mathieu es:mateo it:matteo pt:mateus pl:mateusz cs:matouš hu:máté fi:matti ru:матвей la:matthaeus ja:マシュー zh:马修 ko:매슈
en:isaac de:isaak fr:isaac es:isaac it:isacco pl:izaak cs:izák hu:izsák ru:исаак,айзек uk:ісаак la:isaacus el:ισαάκ ja:アイザック zh:艾萨克,艾薩克 ko:아이작
en:leo,leon de:leo,leon fr:léon es:león it:leone pl:lew,leon cs:lev hu:lev,leó fi:leo,lev ru:лев uk:лев,левко la:leo el:λέων tr:lev ja:レフ,レオ zh:列夫 ko:레프
en:julius de:julius fr:jules es:julio it:giulio pt:júlio pl:juliusz cs:julius hu:gyula ru:юлий la:iulius,julius el:ιούλιος
en:albert de:albert,albrecht fr:albert es:alberto it:alberto pt:alberto pl:albert cs:albert hu:béla,albert ru:альберт la:albertus el:αλβέρτος
en:alfred fr:alfred es:alfredo it:alfredo pt:alfredo la:alfredus hu:alfréd
en:robert fr:robert es:roberto it:roberto pt:roberto hu:róbert la:robertus ja:ロバート,ロベルト zh:罗伯特,羅伯特 ko:로버트,로베르트
en:rudolf,rudolph fr:rodolphe es:rodolfo it:rodolfo hu:rudolf la:rudolphus
en:conrad de:konrad,conrad fr:conrad es:conrado it:corrado pl:konrad cs:konrád hu:konrád la:conradus
en:leonard de:leonhard fr:léonard es:leonardo it:leonardo pl:leonard hu:leonárd la:leonhardus,leonardus ru:леонард
en:emanuel de:immanuel fr:emmanuel es:manuel it:emanuele hu:mánuel la:immanuel
en:gregory de:gregor fr:grégoire es:gregorio it:gregorio pl:grzegorz cs:řehoř hu:gergely sv:gregor ru:григорий uk:григорій la:gregorius ja:グレゴリー,グレゴール zh:格雷戈里,格雷戈尔 ko:그레고어
en:vincent de:vinzenz fr:vincent es:vicente it:vincenzo pt:vicente pl:wincenty cs:vincenc hu:vince ru:винсент,викентий la:vincentius
en:ignatius de:ignaz fr:ignace es:ignacio it:ignazio pl:ignacy cs:ignác hu:ignác la:ignatius
en:adalbert de:adalbert pl:wojciech cs:vojtěch sk:vojtech hu:béla la:adalbertus
en:wenceslas de:wenzel pl:wacław cs:václav la:venceslaus
en:nicolaus de:nikolaus pl:mikołaj la:nicolaus
en:theodore de:theodor fr:théodore es:teodoro it:teodoro pl:teodor,fiodor cs:teodor hu:tivadar ru:фёдор,федор uk:федір la:theodorus el:θεόδωρος,φιόντορ
en:eugene de:eugen fr:eugène es:eugenio it:eugenio pl:eugeniusz cs:evžen hu:jenő ru:евгений uk:євген la:eugenius
en:demetrius de:demetrius ru:дмитрий uk:дмитро pl:dymitr el:δημήτριος,δημήτρης
en:basil de:basil fr:basile es:basilio ru:василий uk:василь pl:wasyl el:βασίλειος,βασίλης
en:constantine de:konstantin fr:constantin es:constantino it:costantino pl:konstanty ru:константин uk:костянтин la:constantinus el:κωνσταντίνος,κώστας
en:gustave de:gustav fr:gustave es:gustavo it:gustavo pl:gustaw hu:gusztáv fi:kustaa sv:gustaf,gustav la:gustavus
en:christian de:christian fr:christian es:cristiano it:cristiano hu:keresztély la:christianus
en:christopher de:christoph fr:christophe es:cristóbal it:cristoforo pl:krzysztof cs:kryštof hu:kristóf la:christophorus
en:max,maximilian de:max,maximilian es:máximo hu:miksa la:maximilianus
en:thomas de:thomas fr:thomas es:tomás it:tommaso pt:tomás pl:tomasz cs:tomáš hu:tamás fi:tuomas ru:фома,томас la:thomas el:θωμάς ja:トーマス,トマス zh:托马斯 ko:토머스
en:david fr:david es:david it:davide pl:dawid hu:dávid ru:давид el:δαυίδ ja:デイヴィッド,ダフィット zh:大卫,大衛 ko:데이비드
en:richard fr:richard es:ricardo it:riccardo pl:ryszard hu:richárd ru:рихард,ричард ja:リチャード zh:理查德 ko:리처드
en:vladimir de:wladimir pl:włodzimierz ru:владимир uk:володимир
en:sergei ru:сергей uk:сергій
en:hugh de:hugo fr:hugues es:hugo it:ugo pl:hugo hu:hugó la:hugo`
const women = `
en:mary de:maria fr:marie es:maría it:maria pl:maria cs:marie hu:mária fi:maria ru:мария uk:марія la:maria el:μαρία ja:マリー,マリア,メアリー zh:玛丽,瑪麗,玛丽亚 ko:마리,메리,마리아
en:elizabeth de:elisabeth fr:élisabeth es:isabel it:elisabetta pl:elżbieta cs:alžběta hu:erzsébet fi:elisabet ru:елизавета uk:єлизавета la:elisabetha el:ελισάβετ ja:エリザベス zh:伊丽莎白,伊麗莎白 ko:엘리자베스
en:catherine,katherine de:katharina fr:catherine es:catalina it:caterina pl:katarzyna cs:kateřina hu:katalin fi:katariina ru:екатерина uk:катерина la:catharina el:αικατερίνη ja:キャサリン zh:凯瑟琳 ko:캐서린
en:margaret de:margarete fr:marguerite es:margarita it:margherita pl:małgorzata cs:markéta hu:margit ru:маргарита la:margareta el:μαργαρίτα ja:マーガレット zh:玛格丽特 ko:마거릿
en:joan,jane de:johanna fr:jeanne es:juana it:giovanna pl:joanna cs:jana,johana hu:johanna ru:иоанна,жанна la:ioanna,johanna ja:ジャンヌ,ジェーン zh:珍妮,简 ko:제인
en:helen de:helene fr:hélène es:elena it:elena pl:helena cs:helena hu:ilona ru:елена uk:олена la:helena el:ελένη ja:ヘレン zh:海伦 ko:헬렌
en:sophia,sophie de:sophie,sofie fr:sophie es:sofía it:sofia pl:zofia cs:žofie hu:zsófia ru:софья uk:софія la:sophia el:σοφία
en:anne,ann,anna de:anna fr:anne es:ana it:anna pl:anna cs:anna hu:anna ru:анна la:anna el:άννα
en:irene de:irene fr:irène es:irene pl:irena cs:irena hu:irén ru:ирина el:ειρήνη
en:emily de:emilie,emmy fr:émilie es:emilia it:emilia pl:emilia hu:emília la:aemilia
en:louise de:luise fr:louise es:luisa it:luisa pl:ludwika cs:luisa hu:lujza la:ludovica
en:eve de:eva fr:ève es:eva pl:ewa cs:eva hu:éva la:eva
en:agnes fr:agnès es:inés it:agnese pl:agnieszka cs:anežka hu:ágnes
en:julia de:julia fr:julie es:julia it:giulia pl:julia cs:julie hu:júlia la:iulia,julia
en:barbara fr:barbe es:bárbara cs:barbora hu:borbála
en:lise,lisa,liza de:lise fr:lise ru:лиза,лизе
en:ada,edith,rosalind,ruth,ingrid,astrid,judith,carmen,doris,iris,grace,jane,simone,charlotte,rose,marlene,alice,florence,josephine,elise,irène,margot,golda,hedy,emmy,dorothy,toni,nelly`

interface Form {
  /** Which name it is. Forms of one line are one name. */
  readonly name: number
  readonly languages: ReadonlySet<string>
}

const forms = new Map<string, Form[]>()
const feminine = new Set<string>()
const masculine = new Set(
  'luca nikita andrea ilya sasha joshua mika jukka pekka ezra ilja kolja misha attila mike steve jake dave joe luke kyle wayne jesse bruce clarence maurice noah'.split(
    ' ',
  ),
)
let lines = 0
read(men, false)
read(women, true)

function read(list: string, women: boolean): void {
  for (const line of list.trim().split('\n')) {
    lines++
    const languages = new Map<string, Set<string>>()
    for (const cell of line.split(' ')) {
      const [language = '', names = ''] = cell.split(':')
      for (const name of names.split(',')) languages.set(name, (languages.get(name) ?? new Set()).add(language))
    }
    for (const [name, spoken] of languages) {
      forms.set(name, [...(forms.get(name) ?? []), { name: lines, languages: spoken }])
      ;(women ? feminine : masculine).add(name)
    }
  }
}

/**
 * Whether `written` is what `language` makes of `given`: Polish Izaak of Isaac, Russian Лев of Leo; any case. Two names that a language has
 * beside each other are two people's: Johann and Hans in German.
 */
export function translates(written: string, given: string, language: Language): boolean {
  const base = baseLanguage(language)
  const wanted = forms.get(given.toLowerCase())
  if (wanted === undefined) return false
  return (forms.get(written.toLowerCase()) ?? []).some(
    ({ name, languages }) => languages.has(base) && wanted.some((form) => form.name === name && !form.languages.has(base)),
  )
}

/** Whether both are known and no language has one for the other: Alfred and Albert. */
export function isOtherName(written: string, given: string): boolean {
  const found = forms.get(written.toLowerCase())
  const wanted = forms.get(given.toLowerCase())
  if (found === undefined || wanted === undefined) return false
  return !found.some(({ name }) => wanted.some((form) => form.name === name))
}

/** Whether a given name may be a woman's: is known as one, or ends as many do and is not known as a man's. */
export function isFeminine(given: string): boolean {
  const [first = ''] = given.toLowerCase().split(/[\s-]/u)
  return feminine.has(first) || (/[aáeéhiy]$/u.test(first) && !masculine.has(first))
}

/** Whether the word is known as somebody's given name. */
export function isGivenName(word: string): boolean {
  const lower = word.toLowerCase()
  return forms.has(lower) || feminine.has(lower) || masculine.has(lower)
}
