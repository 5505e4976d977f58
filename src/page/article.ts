/** The view `article`: names that tell of themselves, copies to the byte. */
import { copyAsWritten } from './article/copy.ts'
import { tellOfNames } from './article/names.ts'

export function article(): void {
  tellOfNames()
  copyAsWritten()
}
