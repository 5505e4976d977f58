import { commonReading } from './han.ts'

/**
 * The characters that foreign names are transcribed with, after the tables of the Xinhua news agency, and those of older transcriptions. Names
 * of other languages are looked for in these alone.
 */
const transcribing = new Set(
  `阿埃艾爱安昂奥澳巴白拜班邦包保堡鲍贝本比彼毕边别宾波伯博勃布采蔡策查柴昌彻陈茨慈次从措达戴丹当道德登邓狄迪第蒂丁东顿多杜杰厄恩尔耳法凡方菲费芬丰
冯佛夫弗福富盖甘冈高戈哥歌格葛根贡古瓜圭郭哈海汉杭豪赫黑亨洪侯胡华怀惠霍基吉季济加佳贾简江姜焦金津京久居喀卡开凯坎康考柯科可克肯孔库夸奎昆坤拉腊来莱赖兰
朗劳勒雷蕾楞黎里理利莉丽连廉良列烈林琳伶留刘柳龙隆娄卢鲁路露吕律伦罗洛马玛麦迈曼芒毛茂梅美门蒙孟米密缅敏明缪摩莫默姆木穆拿那纳娜乃奈南内能尼妮年涅宁纽农
努诺女欧帕派潘庞培佩彭蓬皮匹平珀普奇齐其契恰钱强乔切钦琴青丘邱曲屈泉让热仁日荣儒茹瑞若撒萨塞赛桑瑟森沙莎山珊尚绍舍申生圣胜施石什史士舒朔斯丝思松苏孙索所塔泰
坦唐陶忒特藤提铁廷通图土吐托陀妥耶娃瓦万旺威维韦为委魏温文翁沃乌武伍西希锡席夏仙香肖萧谢辛欣星兴雄休修许逊雅亚延扬尧叶伊依易意因英永尤于宇约云宰赞泽曾扎詹张章
赵哲珍真芝知志治中朱茱珠卓兹宗祖佐诃俾罕坚堪娅芙薇莲黛婭梵仑谛雪鸠梭更狐牛士豹伽嘉庇焉歇叔拔柏蒲浦虚贞贤赐逸遮阳雨雷霖俄傅傑兀内切厉叟叶吾喜噶坡埔基塘夷奚妲孚宾岱崔巨布帝庄廓弥彦律悉捷撤斐旦昔晏杨枚査梯楚榭樊欽次汀沁沈治泊浩淮渥滋澜炎煦犹狮玻琼瓊甫盎盛睦礼祁秀稣窦笛箕纪纶纽络绮罢罕翰耿肃腓舍艮芭芮苔若范茅荷莎莫菈菌葉蒋蓝薛蘭虎衛裴西觉诗诺谟谢豪赛赫越路轲辛辜辣达邁郁郎里野金钟铂锋锐闵间阮阿隋隆雍霞靡革顾颇香駱骆鲍鸿麥黄默齐龙慕伏谔锷珂玮宁纾娥蕊蔻妥伽迦琉璃狮舆蓓贺庆冈潘韩隽霄乾岳津左灵王果廖定涛莹纱妙杉杏仙诚尊仑让贡彭桂壬庐寇茹竺邹邬汪逄锦铭闵阙靳昂棱瓜珂瑙`.replaceAll(
    '\n',
    '',
  ),
)

/** Initials of pinyin, as what they transcribe. See alphabet.ts for the letters. */
const initials: Record<string, string> = {
  zh: 'ž', ch: 'č', sh: 'š', b: 'b', p: 'p', m: 'm', f: 'f', d: 'd', t: 't', n: 'n', l: 'ŕ', g: 'g', k: 'k', h: 'ḥ', j: 'ǰ', q: 'č', x: 'š', r: 'r',
  z: 'z', c: 'ts', s: 's', y: 'j', w: 'v',
} // biome-ignore format: a table reads better in rows

const finals: Record<string, string> = {
  ao: 'au',
  iao: 'iau',
  ian: 'ien',
  uo: 'o',
  iu: 'iu',
  ie: 'ie',
  ve: 'ue',
  v: 'u',
  e: 'ŭ',
  ong: 'ung',
}

/** Syllables without an initial, and those that differ from it. */
const whole: Record<string, string> = {
  er: 'ĺ', yi: 'i', ya: 'ia', yin: 'in', ying: 'ing', yan: 'ien', ye: 'je', you: 'iu', yu: 'u', yue: 'io', wu: 'u', e: 'ŭ', wei: 'vi',
} // biome-ignore format: a table reads better in rows

/** Most often only a consonant. */
const consonants: Record<string, string> = {
  斯: 's', 絲: 's', 尔: 'ĺ', 爾: 'ĺ', 德: 'd', 特: 't', 克: 'k', 夫: 'f', 弗: 'f', 姆: 'm', 普: 'p', 格: 'g', 布: 'b', 兹: 'z', 茲: 'z', 茨: 'ts', 奇: 'č', 什: 'š',
  恩: 'n', 日: 'ž', 勒: 'ŕ', 赫: 'ḥ', 穆: 'm', 耳: 'ĺ', 汗: 'n', 士: 's', 堡: 'bĺg', 伯格: 'bĺg',
} // biome-ignore format: a table reads better in rows

/** How likely foreign name is spelt in Latin letters that Han characters transcribe; undefined when they transcribe none. */
export function transcribed(text: string): string | undefined {
  let out = ''
  for (const character of text) {
    const syllable = isTranscribing(character) ? commonReading(character) : undefined
    if (syllable === undefined) return undefined
    const consonant = consonants[character]
    out += consonant === undefined ? soundsOf(syllable) : consonant + (/[nĺs]/u.test(consonant) ? '' : 'ŭ')
  }
  return out
}

/** Traditional characters transcribe as their simplified forms do; those read alike are taken for them. */
function isTranscribing(character: string): boolean {
  return transcribing.has(character) || traditional.has(character)
}

const traditional = new Set(
  '愛奧貝畢邊賓達東頓爾馮蓋岡貢漢懷濟賈簡傑開凱庫誇萊蘭朗勞黎麗連劉龍隆婁盧魯呂倫羅馬瑪麥邁蒙緬內寧紐農諾歐龐齊喬欽讓熱榮瑞薩賽聖紹絲蘇孫圖韋衛維溫烏錫蕭謝興許遜亞揚堯葉約雲贊澤張趙貞莊茲達費豐佛戈華詩蒂阿爲納門潘彌薩莊馬見維',
)

function soundsOf(syllable: string): string {
  const known = whole[syllable]
  if (known !== undefined) return known
  const [, initial = '', final = ''] = /^([zcs]h|[^aeiouv])?(.*)$/u.exec(syllable) ?? []
  const consonant = initials[initial] ?? ''
  // zhi, chi, shi, ri, zi, ci, si have no vowel to speak of.
  if (final === 'i' && /^[zcsr]/u.test(initial)) return `${consonant}ŭ`
  return consonant + (finals[final] ?? final)
}
