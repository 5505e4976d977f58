/** What the script adds to the view `overview`. */
export function overview(): void {}
