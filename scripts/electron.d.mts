export interface LocatedElectron { executable: string, description: string, isFallback?: boolean }
export function locateElectron(): LocatedElectron | undefined
export function ensureElectron(say: (text: string) => void): Promise<LocatedElectron>
export function electronArguments(): string[]
