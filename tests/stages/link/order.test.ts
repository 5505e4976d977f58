import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { glossaryOf } from '../../glossary/make.ts'

const entries = [
  'Albert Einstein',
  'Marie Skłodowska-Curie',
  'Ludwig van Beethoven',
  'Mustafa Kemal Atatürk',
  { canonical: 'Lỗ Tấn', kind: 'person' as const, given: 'Tấn', family: 'Lỗ', forms: { zh: '鲁迅' } },
  { canonical: 'Göttingen', kind: 'place' as const, forms: { ru: 'Гёттинген' } },
]

/** The names as each script writes them, well and badly. */
const written = fc.constantFrom(
  'Albert Einstein, Marya Sklodovska-Curie, Ludwig van Bethoven.',
  'Albertem Einsteinem Ludwigowi van Beethovenowi Marii Skłodowskiej-Curie',
  'Mustafa Kemal Ata-türk’ün Göttingen’i',
  'Альберт Эйнштейн, Мария Кюри и Людвиг ван Бетховен в Гёттингене',
  'Άλμπερτ Αϊνστάιν και Λούντβιχ φαν Μπετόβεν',
  'ألبرت أينشتاين وماري كوري ولودفيج فان بيتهوفن',
  'אלברט איינשטיין ולודוויג ואן בטהובן',
  '阿尔伯特·爱因斯坦和玛丽·居里。',
  '路德维希·范·贝多芬，鲁迅',
  'アルベルト・アインシュタインとマリー・キュリー',
  '알베르트 아인슈타인이 베토벤을',
  'อัลเบิร์ต ไอน์สไตน์ เบโทเฟน',
  'अल्बर्ट आइंस्टीन ალბერტ აინშტაინი Ալբերտ Էյնշտեյն',
)
/** A gap where there was none or another: what is read as words changes by no letter, or by none but the gap. */
const change = fc.tuple(fc.nat(70), fc.nat(1), fc.constantFrom(' ', '\n', '-', '', '·', '. '))
const changed = (text: string, changes: readonly (readonly [at: number, length: number, gap: string])[]) =>
  changes.reduce((so, [place, length, gap]) => {
    const at = place % text.length
    return so.slice(0, at) + gap + so.slice(/\p{L}/u.test(so.charAt(at)) ? at : at + length)
  }, text)
/** A text with other gaps each time. */
const texts = fc
  .tuple(written, fc.array(fc.array(change, { maxLength: 3 }), { minLength: 2, maxLength: 6 }))
  .map(([text, all]) => all.map((changes) => changed(text, changes)))
const languages = fc.constantFrom('en', 'de', 'pl', 'ru', 'el', 'tr', 'ar', 'he', 'zh', 'ja', 'ko', 'th', 'hi', 'ka', 'und')

type Read = (text: string, language: string) => unknown

/** The stage as a process finds it that has read nothing yet. */
async function cold(): Promise<Read> {
  vi.resetModules()
  const { findMentions } = await import('../../../src/stages/link/index.ts')
  const glossary = glossaryOf(...entries)
  return (text, language) => findMentions(text, language, glossary)
}

test('a name wrapped over a line is found whichever is read first', async () => {
  const [plain, wrapped] = ['阿尔伯特·爱因斯坦在柏林。', '阿尔伯特·爱因\n斯坦在柏林。']
  const [first, second] = [await cold(), await cold()]
  const forth = [first(plain, 'zh'), first(wrapped, 'zh')]
  const back = [second(wrapped, 'zh'), second(plain, 'zh')].reverse()
  expect(forth[0]).toHaveLength(1)
  expect(back).toEqual(forth)
})

test('what is found in a text does not depend on what was read before', async () => {
  const warm = await cold()
  await fc.assert(
    fc.asyncProperty(texts, languages, async (all, language) => {
      const [last, ...before] = all
      for (const text of before) warm(text, language)
      expect(warm(last!, language)).toEqual((await cold())(last!, language))
    }),
    { numRuns: 40 },
  )
})
