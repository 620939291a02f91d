export function hasDisplay(): boolean

export function ensureDisplay(say: (line: string) => void): Promise<{ environment: { DISPLAY?: string }, isVirtual: boolean, stop(): void }>
