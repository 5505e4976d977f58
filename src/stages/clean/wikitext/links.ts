/**
 * `[[…]]` → the words it shows, or the rule it is taken out by.
 */
const media =
  /^(?:file|image|media|datei|bild|fichier|archivo|imagen|immagine|ficheiro|arquivo|imagem|bestand|afbeelding|plik|grafika|файл|изображение|зображення|fil|dosya|resim|ファイル|画像|文件|檔案|图像):/i
const category =
  /^(?:category|kategorie|catégorie|categoría|categoria|categorie|kategoria|категория|категорія|kategori|カテゴリ|分类|分類):/i
/** '[[de:Haus]]': the page in another language. With a leading colon it is a link in the text. */
const interlanguage = /^(?:[a-z]{2,3}|simple|zh-[a-z-]+|be-[a-z-]+|roa-[a-z-]+|nds-nl|map-bms):(?=\S)/

export type LinkText = { readonly text: string } | { readonly rule: 'image' | 'category' | 'interlanguage-link' }

export function linkText(parts: readonly string[]): LinkText {
  const target = (parts[0] ?? '').trim()
  if (media.test(target)) return { rule: 'image' }
  if (category.test(target)) return { rule: 'category' }
  if (parts.length === 1 && interlanguage.test(target)) return { rule: 'interlanguage-link' }
  const label = parts.length > 1 ? (parts.at(-1) ?? '') : target.replace(/^:/, '')
  return { text: label }
}
