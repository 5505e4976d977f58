/**
 * Thai and Lao have no full stop: a space ends a sentence, but also a clause, and stands around names and numbers.
 * A space counts as the end of a sentence after a particle that closes speech, before a word that opens a sentence,
 * or when what stands before it is already long.
 */
import type { Span } from '../../article.ts'
import { isSpace, skipSpaces } from './characters.ts'

/** Languages that are written so. */
export const spacedLanguages: ReadonlySet<string> = new Set(['th', 'lo'])

/** From here on, any space between two clauses ends the sentence. UTF-16 code units. */
const long = 160
/** A sentence shorter than this opens no new one unless a particle closes it. */
const short = 24

const closing = /(?:ครับ|ค่ะ|คะ|นะคะ|จ้ะ|จ้า|ฮะ|ເດີ້|ຈ້າ)$/
const opening =
  /^(?:อย่างไรก็ตาม|อย่างไรก็ดี|นอกจากนี้|นอกจากนั้น|ดังนั้น|เพราะฉะนั้น|ทั้งนี้|ขณะเดียวกัน|ในขณะเดียวกัน|ต่อมา|จากนั้น|หลังจากนั้น|ด้วยเหตุนี้|ในทางกลับกัน|ในที่สุด|ตัวอย่างเช่น|ຢ່າງໃດກໍຕາມ|ນອກຈາກນັ້ນ|ດັ່ງນັ້ນ|ຫຼັງຈາກນັ້ນ)/
/** Words that carry a clause on. */
const carriesOn =
  /^(?:และ|หรือ|แต่|ที่|ซึ่ง|โดย|ของ|เพื่อ|ว่า|กับ|ใน|จาก|ถึง|ได้แก่|เช่น|จึง|ก็|ๆ|ฯ|เพราะ|เนื่องจาก|รวมถึง|รวมทั้ง|ตลอดจน|และ|ທີ່|ແລະ|ຫຼື|ແຕ່|ເຊິ່ງ|ໂດຍ|ຂອງ|ເພື່ອ|ວ່າ|[^\u0e00-\u0eff])/

/** Where sentences begin inside `span`, its own start left out. */
export function spacedStarts(text: string, span: Span): number[] {
  const starts: number[] = []
  let sentence = span.start
  for (let index = span.start; index < span.end; index++) {
    if (!isSpace(text, index)) continue
    const next = skipSpaces(text, index, span.end)
    const length = index - sentence
    const before = text.slice(Math.max(sentence, index - 6), index)
    const after = text.slice(next, next + 16)
    const ends =
      closing.test(before) || (length >= short && opening.test(after)) || (length >= long && isThai(before) && !carriesOn.test(after))
    if (ends && next < span.end) {
      starts.push(next)
      sentence = next
    }
    index = next - 1
  }
  return starts
}

function isThai(text: string): boolean {
  return /[\u0e00-\u0eff]$/.test(text)
}
