/** A text, its translations by machines that do not exist, and what goes wrong in them: the same on every run. */

const english = [
  'The ship left Uppsala at dawn, 12 May 1734, with 1,200 books on board; nobody knew the captain’s name.',
  'She drew butterflies, moths and a lizard (the last one alive).',
  '"Where is it?" he asked. "In the drawer, I think," said Anna-Lena, "or on the table."',
  'In 1871 the price fell from $3.50 to $2.75 – about 21% – and rose again in 1872.',
  'E-mail a.b@example.org & ask for the low-cost version.',
  'No.',
  'It rains, it rains, it rains, and the river rises again over the old bridge near the mill.',
  'The commission, which had met four times, adopted the report without a vote.',
  'A naïve façade: “quotation”, ‘single’, … and an arrow → there.',
  'Emoji 😀 and mathematics 𝒜 ≤ ∑ stand outside the plane.',
]
const chinese = [
  '1734年5月12日黎明,这艘船载着1,200本书离开了乌普萨拉;没有人知道船长的名字。',
  '她画了蝴蝶、飞蛾和一只蜥蜴(最后一只是活的)。',
  '“它在哪里?”他问道。“我想是在抽屉里,”安娜-莱娜说,“或者在桌子上。”',
  '1871年,价格从3.50美元下降到2.75美元——约21%——并在1872年再次上涨。',
  '请发送电子邮件至 a.b@example.org 索取 low-cost 版本。',
  '不。',
  '下雨了,下雨了,河水又涨过了磨坊附近的老桥。',
  '该委员会曾四次开会,未经表决通过了报告。',
]
const japanese = [
  '船は夜明けにウプサラを出た。',
  '彼女は蝶と蛾を描いた。',
  '「どこにあるの?」と彼は尋ねた。',
  '価格は3.50ドルから2.75ドルに下がった。',
]

export interface Task {
  readonly language: string
  readonly tokenizer: '13a' | 'intl' | 'zh' | 'ja-mecab' | 'char'
  readonly references: readonly (readonly string[])[]
  readonly hypotheses: readonly string[]
}

/** Words of a line, or characters where there are no spaces. */
const units = (line: string): string[] => (line.includes(' ') ? line.split(' ') : Array.from(line))
const joined = (line: string, parts: readonly string[]): string => parts.join(line.includes(' ') ? ' ' : '')

/** What machines do to a line: leave out, repeat, move, replace, and say nothing at all. */
const harms: readonly ((line: string, at: number) => string)[] = [
  (line) => line,
  (line, at) =>
    joined(
      line,
      units(line).filter((_, word) => (word + at) % 5 !== 0),
    ),
  (line, at) =>
    joined(
      line,
      units(line).flatMap((word, place) => ((place + at) % 6 === 0 ? [word, word] : [word])),
    ),
  (line) => {
    const parts = units(line)
    const middle = Math.floor(parts.length / 2)
    return joined(line, [...parts.slice(middle), ...parts.slice(0, middle)])
  },
  (line, at) =>
    joined(
      line,
      units(line).map((word, place) => ((place * 7 + at) % 4 === 0 ? 'kamel' : word)),
    ),
  (line, at) => (at % 4 === 0 ? '' : line.toUpperCase()),
]

export const tasks: readonly Task[] = [
  ...harms.map((harm): Task => ({ language: 'en', tokenizer: '13a', references: [english], hypotheses: english.map(harm) })),
  ...harms.slice(1, 3).map((harm): Task => ({ language: 'en', tokenizer: 'intl', references: [english], hypotheses: english.map(harm) })),
  ...harms.slice(1, 4).map((harm): Task => ({ language: 'zh', tokenizer: 'zh', references: [chinese], hypotheses: chinese.map(harm) })),
  { language: 'ja', tokenizer: 'char', references: [japanese], hypotheses: japanese.map(harms[1]!) },
  { language: 'en', tokenizer: '13a', references: [english, english.map(harms[1]!)], hypotheses: english.map(harms[4]!) },
]
