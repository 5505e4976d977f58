import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'

const fullWidth: Record<string, string> = { '.': '。', ',': '，', ';': '；', '!': '！', '?': '？' }
const ascii = Object.fromEntries(Object.entries(fullWidth).map(([narrow, wide]) => [wide, narrow]))

/** End marks the server does not know, followed by the source's mark that it put there. */
const doubled = /([！？।؟])[.,;!?。]$/u

/**
 * Undoes what the server does to the last character: it puts the source's end mark in place of the translation's, whatever the script
 * ('他来了。' → 'He came。'), or behind one it does not know ('他来了吗？?').
 */
export function repairEnding(translation: string, to: Language): string {
  const text = translation.replace(doubled, '$1')
  const [body, last] = [text.slice(0, -1), text.slice(-1)]
  if (!['zh', 'ja', 'yue', 'wuu'].includes(baseLanguage(to))) return body + (ascii[last] ?? last)
  // After a Latin letter or digit the ASCII mark may be meant: 'Inc.'.
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(body) ? body + (fullWidth[last] ?? last) : text
}
