import { article } from './article.ts'
import { base } from './base.ts'
import { judging } from './judging.ts'
import { overview } from './overview.ts'
import { story } from './story.ts'

/** `style.css`: one sheet for all pages of the report, light and dark, wide and narrow. */
export const style = base + overview + article + story + judging
