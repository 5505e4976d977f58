export interface GeneratedName {
  readonly canonical: string
  readonly kind: 'person'
  readonly given: string
  readonly family: string
}

/** Names that look like names, the same in every run. */
export function generatedNames(count: number): GeneratedName[]
