/** What the script adds to the view `story`. */
export function story(): void {}
