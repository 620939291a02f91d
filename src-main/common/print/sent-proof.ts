import type { PageProof, ProofPage } from './print'

/** A page proof on its way between processes: one text crosses each border far faster than thousands of small objects. */
export type SentProof = Omit<PageProof, 'pages'> & { packedPages: string }

export function packProof({ pages, ...rest }: PageProof): SentProof {
  return { ...rest, packedPages: JSON.stringify(pages) }
}

export function unpackProof({ packedPages, ...rest }: SentProof): PageProof {
  return { ...rest, pages: JSON.parse(packedPages) as ProofPage[] }
}
