interface ListKeyTarget {
  count(): number
  active(): number
  pageLength(): number
  move(index: number, isExtending: boolean): void
  toggle(index: number): void
  selectAll(): void
  open(): void
  remove(): void
}

/** The keys of a list from which several rows can be selected, as the ARIA practice for listboxes names them. */
export function useListKeys(list: ListKeyTarget) {
  const steps: Record<string, () => number> = {
    ArrowDown: () => list.active() + 1,
    ArrowUp: () => list.active() - 1,
    PageDown: () => list.active() + list.pageLength(),
    PageUp: () => list.active() - list.pageLength(),
    Home: () => 0,
    End: () => list.count() - 1,
  }

  function move(step: () => number, isExtending: boolean) {
    if (list.count() > 0) list.move(Math.min(list.count() - 1, Math.max(0, step())), isExtending)
  }

  function act(event: KeyboardEvent): boolean {
    const isControl = event.ctrlKey || event.metaKey
    const step = steps[event.key]
    if (step) move(step, event.shiftKey)
    else if (isControl && event.key.toLowerCase() === 'a') list.selectAll()
    else if (event.key === ' ' && list.active() >= 0) list.toggle(list.active())
    else if (event.key === 'Enter') list.open()
    else if (event.key === 'Delete' || event.key === 'Backspace') list.remove()
    else return false
    return true
  }

  return (event: KeyboardEvent) => { if (!event.altKey && act(event)) event.preventDefault() }
}
