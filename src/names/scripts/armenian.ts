import { type Script, spell } from './script.ts'

const letters: Record<string, string> = {
  ա: 'a', բ: 'b', գ: 'g', դ: 'd', ե: 'e', զ: 'z', է: 'e', ը: 'ə', թ: 't', ժ: 'ž', ի: 'i', լ: 'l', խ: 'kh', ծ: 'ts', կ: 'k', հ: 'h', ձ: 'dz', ղ: 'gh',
  ճ: 'č', մ: 'm', յ: 'j', ն: 'n', շ: 'š', ո: 'o', չ: 'č', պ: 'p', ջ: 'j', ռ: 'r', ս: 's', վ: 'v', տ: 't', ր: 'r', ց: 'ts', ւ: 'v', փ: 'ṗ', ք: 'k',
  և: 'ev', օ: 'o', ֆ: 'f',
} // biome-ignore format: a table reads better in rows

/** ո and ւ write one vowel. */
const pairs: Record<string, string> = { ու: 'u' }

export const armenian: Script = {
  name: 'armenian',
  blocks: [[0x0530, 0x058f]],
  capitals: true,
  spaces: true,
  romanize: (text) => spell(text, letters, pairs),
}
