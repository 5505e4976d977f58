/** The view `names`. */
export function names(): void {}
