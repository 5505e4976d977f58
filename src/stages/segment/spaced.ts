/**
 * Thai and Lao have no full stop: a space ends a sentence, but also a clause, and stands around names and numbers.
 * A space counts as the end of a sentence after a particle that closes speech, and otherwise the sooner, the longer the sentence already is
 * and the surer the next word opens one.
 */
import type { Span } from '../../article.ts'
import { isSpace, skipSpaces } from './characters.ts'

/** Languages that are written so. */
export const spacedLanguages: ReadonlySet<string> = new Set(['th', 'lo'])

/** Least lengths of a sentence before each kind of end, in UTF-16 code units; set on the Thai of FLORES-200 dev. */
const least = { connector: 24, subject: 40, any: 80 }

const particle = /(?:ครับ|ค่ะ|คะ|จ้ะ|จ้า|ฮะ|ເດີ້|ຈ້າ)$/
/** 'However', 'besides', 'later': words that open a sentence and hardly ever stand inside one. */
const connector =
  /^(?:อย่างไรก็ตาม|อย่างไรก็ดี|นอกจากนี้|นอกจากนั้น|ดังนั้น|เพราะฉะนั้น|ทั้งนี้|ขณะเดียวกัน|ในขณะเดียวกัน|ต่อมา|จากนั้น|หลังจากนั้น|ด้วยเหตุนี้|ในทางกลับกัน|ในที่สุด|ตัวอย่างเช่น|ຢ່າງໃດກໍຕາມ|ນອກຈາກນັ້ນ|ດັ່ງນັ້ນ|ຫຼັງຈາກນັ້ນ)/
/** Pronouns, times and nouns made of verbs, with which sentences like to open. */
const subject =
  /^(?:เขา|เธอ|พวกเขา|พวกเรา|เรา|คุณ|มัน|นาย|นาง|นี่|นั่น|สิ่งนี้|การ|ความ|เมื่อวาน|เมื่อเวลา|ในวันที่|ในเดือน|ในปี|ในช่วง|ในระหว่าง|ในขณะนี้|ขณะนี้|ปัจจุบัน|วันนี้|หลังจาก|ก่อนหน้านี้|ตั้งแต่|นับตั้งแต่|ตาม|มีการ|มีผู้|หาก|ถ้า|แม้|หลายคน|บางคน|ทุกคน|ລາວ|ພວກເຂົາ|ມັນ|ໃນວັນທີ|ການ)/
/** Words that carry a clause on. */
const carriesOn =
  /^(?:และ|หรือ|แต่|ที่|ซึ่ง|โดย|ของ|เพื่อ|ว่า|กับ|ใน|จาก|ถึง|ได้แก่|เช่น|จึง|ก็|ๆ|ฯ|เพราะ|เนื่องจาก|รวมถึง|รวมทั้ง|ตลอดจน|ทำให้|จน|ไป|มา|ได้|ให้|ด้วย|น\.|ທີ່|ແລະ|ຫຼື|ແຕ່|ເຊິ່ງ|ໂດຍ|ຂອງ|ເພື່ອ|ວ່າ|[^\u0e00-\u0effA-Z"“])/

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
      particle.test(before) ||
      (length >= least.connector && connector.test(after)) ||
      (length >= least.subject && subject.test(after)) ||
      (length >= least.any && endsInThai(before) && !carriesOn.test(after))
    if (ends && next < span.end) {
      starts.push(next)
      sentence = next
    }
    index = next - 1
  }
  return starts
}

function endsInThai(text: string): boolean {
  return /[\u0e00-\u0eff"”)]$/.test(text)
}
