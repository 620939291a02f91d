/** The readings a story is changed in (newsroom.md, Stages): writing, three reviews, three proofs. */
export const passes = ['draft', 'first-review', 'second-review', 'final-review', 'first-proof', 'second-proof', 'third-proof'] as const
export type Pass = (typeof passes)[number]

export const isPass = (value: string): value is Pass => (passes as readonly string[]).includes(value)

/** Where a pass stands among all; an unknown one stands first. */
export const passOrder = (pass: string): number => isPass(pass) ? passes.indexOf(pass) : -1
