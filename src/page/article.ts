/** What the script adds to the view `article`. */
export function article(): void {}
