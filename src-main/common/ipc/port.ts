/** Two-way channel between two processes. Messages must survive structured clone; order is kept. */
export interface Port {
  post(message: unknown): void
  /** One listener; messages that came before it was set are delivered to it. */
  listen(listener: (message: unknown) => void): void
  close(): void
}

interface WebPort {
  postMessage(message: unknown): void
  close(): void
  onmessage: ((event: { data: unknown }) => void) | null
}

/** A web or Node `MessagePort` as a `Port`. */
export function webPort(port: WebPort): Port {
  return {
    post: message => port.postMessage(message),
    listen: listener => { port.onmessage = event => listener(event.data) },
    close: () => port.close(),
  }
}
