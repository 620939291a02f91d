import { AppError, isAppError, type ErrorCode, type ErrorDetails } from './errors'
import type { Port } from './port'

type Operation = (...args: never[]) => unknown
export type ApiShape = { [namespace: string]: { [operation: string]: Operation } }

type Awaitable<T> = T | Promise<T>

/** What the serving side implements: the contract, each answer now or later. */
export type Implementation<Api> = {
  [N in keyof Api]: { [O in keyof Api[N]]: Api[N][O] extends (...args: infer A) => infer R ? (...args: A) => Awaitable<R> : never }
}

/** What the calling side sees: the contract, every answer a promise. Rejects with `AppError` only. */
export type Remote<Api> = {
  [N in keyof Api]: { [O in keyof Api[N]]: Api[N][O] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never }
}

/** Validates the arguments of `namespace.operation`; throws `AppError('invalid-arguments')` when they do not fit. */
export type ArgumentCheck = (path: string, args: unknown[]) => unknown[]

interface Request { id: number, path: string, args: unknown[] }
interface Answer { id: number, ok: boolean, value?: unknown, error?: { code: ErrorCode, message: string, details: ErrorDetails } }
interface Notice { event: string, payload: unknown }

/** Sends events to who is at the other end. */
export type Notify<Events> = <E extends keyof Events & string>(event: E, payload: Events[E]) => void

export function notifier<Events>(port: Port): Notify<Events> {
  return (event, payload) => port.post({ event, payload } satisfies Notice)
}

/** Answers requests that come through `port`; returns the function that sends events back. `logBug` gets what is no `AppError`. */
export function serve<Api, Events = object>(
  port: Port, api: Implementation<Api>, check: ArgumentCheck, logBug: (error: unknown, path: string) => void,
): Notify<Events> {
  port.listen(message => { void answer(message as Request) })

  async function answer({ id, path, args }: Request) {
    try {
      port.post({ id, ok: true, value: await operation(path)(...check(path, args) as never[]) } satisfies Answer)
    } catch (error) {
      port.post({ id, ok: false, error: asRefusal(error, path) } satisfies Answer)
    }
  }

  function operation(path: string): Operation {
    const [namespace = '', name = ''] = path.split('.')
    const group = Object.hasOwn(api as object, namespace) ? (api as ApiShape)[namespace] : undefined
    const found = group && Object.hasOwn(group, name) ? group[name] : undefined
    if (typeof found !== 'function') throw new AppError('invalid-arguments', `No operation ${path}`)
    return found
  }

  function asRefusal(error: unknown, path: string) {
    if (isAppError(error)) return { code: error.code, message: error.message, details: error.details }
    logBug(error, path)
    return { code: 'internal' as const, message: error instanceof Error ? error.message : String(error), details: {} }
  }

  return notifier(port)
}

export interface Connection<Api, Events> {
  api: Remote<Api>
  on<E extends keyof Events & string>(event: E, listener: (payload: Events[E]) => void): () => void
  /** Sends later (and unanswered) calls elsewhere: after a restart the other side is a new process. Unanswered calls reject as `unavailable`. */
  attach(port: Port): void
  detach(): void
  /** Another number whenever a port was attached or lost: what was learnt of the other side before is of another process. */
  generation(): number
}

/** The typed proxy of the calling side. Calls made while no port is attached wait for one. `beforeCall` may make calls of its own: they go first. */
export function connect<Api, Events = object>(port?: Port, beforeCall: () => void = () => undefined): Connection<Api, Events> {
  const pending = new Map<number, { resolve(value: unknown): void, reject(error: AppError): void }>()
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const waiting: Request[] = []
  let current: Port | undefined
  let lastId = 0
  let generation = 0

  function receive(message: unknown) {
    if (isNotice(message)) return listeners.get(message.event)?.forEach(listener => listener(message.payload as never))
    const { id, ok, value, error } = message as Answer
    const call = pending.get(id)
    pending.delete(id)
    if (ok) call?.resolve(value)
    else call?.reject(new AppError(error!.code, error!.message, error!.details))
  }

  function call(path: string, args: unknown[]) {
    beforeCall()
    return new Promise((resolve, reject) => {
      const request = { id: ++lastId, path, args }
      pending.set(request.id, { resolve, reject })
      if (current) current.post(request)
      else waiting.push(request)
    })
  }

  function detach() {
    const lost = [...pending].filter(([id]) => !waiting.some(request => request.id === id))
    current = undefined
    generation++
    for (const [id, { reject }] of lost) {
      pending.delete(id)
      reject(new AppError('unavailable', 'The other process is not running'))
    }
  }

  function attach(next: Port) {
    detach()
    current = next
    next.listen(message => { if (current === next) receive(message) })
    for (const request of waiting.splice(0)) next.post(request)
  }

  if (port) attach(port)
  return {
    api: namespaces(call) as Remote<Api>,
    on(event, listener) {
      const group = listeners.get(event) ?? new Set()
      listeners.set(event, group.add(listener as (payload: never) => void))
      return () => group.delete(listener as (payload: never) => void)
    },
    attach,
    detach,
    generation: () => generation,
  }
}

function isNotice(message: unknown): message is Notice {
  return typeof message === 'object' && message !== null && 'event' in message
}

/** `api.stories.open(id)` → `call('stories.open', [id])`. */
function namespaces(call: (path: string, args: unknown[]) => Promise<unknown>) {
  const operations = (namespace: string) => new Proxy({}, {
    get: (_, name) => (...args: unknown[]) => call(`${namespace}.${String(name)}`, args),
  })
  return new Proxy({}, { get: (_, namespace) => operations(String(namespace)) })
}
