import type { Aligned } from '../article.ts'

/** Of each segment of the translation at `at`: codes of what looks wrong in it, as it was made and after its names were written. */
export function segmentChecks(
  { translations, normalized }: Pick<Aligned, 'translations' | 'normalized'>,
  at: number,
): readonly (readonly string[])[] {
  const later = normalized.translations[at]?.segments ?? []
  return (translations[at]?.segments ?? []).map(({ checks }, index) => [...checks, ...(later[index]?.checks ?? [])])
}
