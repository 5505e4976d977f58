/**
 * What is copied from the text is what is displayed of it, to the byte. Chromium would make a plain space of each U+00A0 on the way to the
 * clipboard.
 */
export function copyAsWritten(): void {
  document.addEventListener('copy', (event) => {
    const selection = getSelection()
    const { target, clipboardData } = event
    const isForm = target instanceof HTMLElement && target.matches('textarea, input')
    const inGrid = selection?.anchorNode?.parentElement?.closest('.grid')
    if (isForm || !inGrid || selection === null || clipboardData === null || selection.isCollapsed) return
    clipboardData.setData('text/plain', selection.toString())
    event.preventDefault()
  })
}
