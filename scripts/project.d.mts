export const root: string
export const projectNode: string
export function inProject(...names: string[]): string
