import { type Script, spell } from './script.ts'

const letters: Record<string, string> = {
  ა: 'a', ბ: 'b', გ: 'g', დ: 'd', ე: 'e', ვ: 'v', ზ: 'z', თ: 't', ი: 'i', კ: 'k', ლ: 'l', მ: 'm', ნ: 'n', ო: 'o', პ: 'p', ჟ: 'ž', რ: 'r', ს: 's',
  ტ: 't', უ: 'u', ფ: 'ṗ', ქ: 'k', ღ: 'gh', ყ: 'q', შ: 'š', ჩ: 'č', ც: 'ts', ძ: 'dz', წ: 'ts', ჭ: 'č', ხ: 'kh', ჯ: 'j', ჰ: 'h',
} // biome-ignore format: a table reads better in rows

/** Its capitals are for headlines alone. */
export const georgian: Script = {
  name: 'georgian',
  blocks: [
    [0x10a0, 0x10ff],
    [0x1c90, 0x1cbf],
  ],
  capitals: false,
  spaces: true,
  romanize: (text) => spell(text, letters),
}
