/** Words that every text of a language has, in lower case: as a name, such a word is found where nobody is named. */
const byLanguage: Readonly<Record<string, string>> = {
  cs: 'a aby ale ani až bez byl byla bylo být co do dnes ho i jak jako je jeho její jejich jen jsem jsou k kde kdo když která které který má mezi mu na nad ne nebo než o od po pod podle pro proti před při s se si tak také tam ten tento to tu u už v ve však z za ze že',
  da: 'af alle at da de dem den der deres det dig din du efter eller en er et for fra fordi ham han har havde hende her hos hun hvad hvis hvor i ikke ind jeg kan man med meget men mig min mod nu når og også om op os over på se sig sin skal som til ud under var vi vil være',
  de: 'aber alle als also am an auch auf aus bei bis da dann das dass dem den der des die diese dieser doch du durch ein eine einem einen einer er es für hat hatte hier ich ihr im in ist ja kann kein man mehr mit nach nicht noch nun nur ob oder ohne schon sehr sein sich sie sind so über um und uns unter vom von vor war was weil wenn wer wie wir wird wo zu zum zur',
  es: 'a al ante aunque como con cual cuando de del desde donde dos el ella ellos en entre era es esta este fue ha hasta hay la las le les lo los más me mi muy nada ni no nos o para pero por porque que qué quien se ser si sí sin sobre son su sus también tan te tiene todo tu un una uno y ya yo',
  fi: 'ei en että hän he ja jo joka jonka jos kanssa koska kuin kun me mikä minä mitä mukaan mutta myös ne niin nyt oli olla on ovat se sekä sen sitä siis tai tämä vaan vai vain voi',
  fr: 'à afin ai alors au aussi autre aux avec avait bien car ce cela ces cet cette chez comme dans de des donc dont du elle elles en encore entre est et été être fait fut il ils je la le les leur lui mais me même mes moi mon ne ni nos notre nous on ont ou où par pas peu plus pour qu quand que qui sa sans se ses si son sont sous sur ta te tout très tu un une vers vos vous y',
  hu: 'a az azt be csak de egy el és ez ezt fel ha hogy hogyan is itt ki kell le lehet lesz már még meg mert mi mint most nagy ne nem nincs ők ő pedig s sem szerint te több úgy vagy van volt',
  id: 'ada adalah akan atau bagi bahwa dalam dan dari dengan di hanya ia ini itu juga kami karena ke kita lain mereka oleh pada para saya sebagai sudah telah tidak untuk yang',
  it: 'a ad ai al alla alle allo anche che chi ci come con cui da dal dalla de dei del della delle dello di dove e è ed era essere fra gli ha hanno i il in io la le lei li lo loro lui ma me mi mia mio ne nei nel nella no noi non o per perché più quando quella quello questa questo se sei si sia sono su sua sul sulla suo tra tu tutto un una uno voi',
  nl: 'aan al alle als bij daar dan dat de der des deze die dit door een en er haar had hebben heeft hem het hier hij hoe hun ik in is je kan maar me men met mijn na naar niet nog nu of om omdat onder ons ook op over te toen tot uit van veel voor was wat we wel werd wie zei zich zij zijn zo zou',
  nb: 'alle at av da de dem den denne der det dette du en er et etter fra før for ha han har hun hva hvor i ikke jeg kan man med meg men min mot når og også om opp på sa seg selv sin skal som så til under ut var ved vi vil være',
  pl: 'a aby ale albo bardzo bez bo by być był była było czy dla do gdy gdzie go i ich ile im in ja jak jako jego jej jest jeszcze już każdy kiedy kto która które który lub ma mi może na nad nie niż o od on ona one oraz po pod przed przez przy są się tak także tam te tego tej ten to tu tylko ty u w we więc za ze że',
  pt: 'a ainda ao aos as até com como da das de dela dele do dos e é ela ele em entre era essa esse esta este eu foi há isso já lhe mais mas me mesmo meu muito na não nas nem no nos nós o os ou para pela pelo por qual quando que quem se sem ser seu sua são também te tem um uma você',
  ro: 'a ai al ale am ar are au ca că care ce cea cei cel ci cu cum da dar de deci din după e ea ei el era este eu fi foarte fost i îl în la le lor lui mai mi ne nici nu o pe pentru prin s sa să se si și sunt sau sub te tot un una unde vor',
  ru: 'а без бы был была были было быть в вам вас весь во вот все всё вы где да даже для до его ее если есть еще ж же за и из или им их к как ко когда кто ли мне может мы на над надо наш не него нет ни но о об он она они оно от по под при с со так также там то того тоже только том ты у уже чего чем что чтобы эта эти это этот я',
  sv: 'alla att av blev bli de dem den denna det detta dig din du där efter ej eller en er ett från för ha hade han har henne hon honom hur här i inte jag kan man med men mig min mot mycket ni nu när och om på sa sig sin ska som så till under upp ut vad var vara vi vid än är över',
  tr: 'ama ancak ben bir biz bu çok da daha de değil diye en gibi hem hep her için ile ise ki kim mi mu ne nasıl neden o olan olarak oldu on onu onun sen siz şey şu ve veya ya yok',
  uk: 'а але без би був була були було бути в вам вас весь ви від він вона вони все де для до є за зі і із й його її їх ж же з коли ми може на над наш не ні о об по під при про та так також там те ти тільки то того у хто це цей ці чи що щоб я як який',
}

let languages: ReadonlyMap<string, string> | undefined

/** The languages in which `word`, in any case, is a function word, as tags with commas between; undefined when there is none. */
export function functionWordOf(word: string): string | undefined {
  languages ??= invert(byLanguage)
  return languages.get(word.toLowerCase())
}

function invert(lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const inverted = new Map<string, string>()
  for (const [language, list] of Object.entries(lists)) {
    for (const word of list.split(' ')) {
      const others = inverted.get(word)
      inverted.set(word, others === undefined ? language : `${others}, ${language}`)
    }
  }
  return inverted
}
