import { type Script, spell } from './script.ts'

const letters: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'e', є: 'je', ж: 'ž', з: 'z', и: 'i', і: 'i', ї: 'ji', й: 'j', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'č', ш: 'š', щ: 'šč', ъ: '', ы: 'y', ь: '', э: 'e',
  ю: 'ju', я: 'ja', ђ: 'đ', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'ć', џ: 'dž', ѓ: 'gj', ќ: 'kj', ѕ: 'dz', ә: 'a', ғ: 'g', қ: 'k', ң: 'ng', ө: 'o', ұ: 'u',
  ү: 'u', һ: 'h', ѣ: 'e', ѳ: 'f', ѵ: 'i',
} // biome-ignore format: a table reads better in rows

export const cyrillic: Script = {
  name: 'cyrillic',
  blocks: [[0x0400, 0x052f]],
  capitals: true,
  spaces: true,
  romanize: (text) => spell(text, letters),
}
