/** What stands among words and is of no language: addresses, identifiers, numbers with letters in them. */
const notWords = new RegExp(
  [
    /\b[a-z][a-z+.-]{1,15}:\/\/\S+|\bwww\.\S+/, // URL
    /[\w.+-]+@[\w-]+(?:\.[\w-]+)*/, // mail address, or a handle
    /[@#]\w+/, // handle, tag
    /\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|io|html?|php|js|ts|json|xml|png|jpe?g|gif|pdf)\b\S*/, // domain, file
    /\S*[a-z_]\d[a-z_\d]*[a-z_]\S*/, // a1b2c
    /\S{40,}/, // encoded data; spared below where words are not spaced
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
)

/** Letters of scripts that do not put spaces between words, where a long stretch is a sentence. */
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/**
 * The words of `text` without URLs, addresses and identifiers; '' when next to nothing is left, so that there is no language to tell.
 */
export function readable(text: string): string {
  const words = text.replace(notWords, (match) => (unspaced.test(match) ? match : ' '))
  const letters = words.match(/\p{L}/gu)
  if (letters === null || (letters.length < 2 && !unspaced.test(words))) return ''
  return words
}
