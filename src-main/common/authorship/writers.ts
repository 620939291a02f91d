/** From `clock` on, what the Yjs client `client` wrote is this person's. Nobody named: not known. Time in Unix milliseconds. */
export interface Writer { client: number, clock: number, person: string, role: string, at: number }

/** Whose a character is, by its Yjs id; undefined when nobody wrote down who sat at the desk. */
export function writerOf(writers: readonly Writer[], client: number, clock: number): Writer | undefined {
  const found = writers.filter(writer => writer.client === client && writer.clock <= clock).sort((a, b) => b.clock - a.clock)[0]
  return found?.person ? found : undefined
}
