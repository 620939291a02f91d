export interface LocatedElectron { executable: string, description: string, isFallback: boolean }
export function locateElectron(): LocatedElectron | undefined
/** What a test puts in the machine's place. */
export interface Machine {
  environment: NodeJS.ProcessEnv
  locate(): LocatedElectron | undefined
  probe(source: string): Promise<unknown>
  install(environment: NodeJS.ProcessEnv): Promise<unknown>
  fetchFallback(): Promise<void>
  renewLauncher(): Promise<void>
  isFallbackPossible: boolean
  stamp: string
  now(): number
}
export function ensureElectron(say: (text: string) => void, machine?: Machine): Promise<LocatedElectron>
export function electronArguments(): string[]
