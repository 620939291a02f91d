/** Every way an operation may be refused. Anything else that goes wrong is a bug, logged and shown as `internal`. */
export const errorCodes = [
  'invalid-arguments', // the caller's arguments do not fit the contract
  'not-found', // no such story, version, picture, template or file
  'not-readable', // a file that cannot be read as what it should be (binary, damaged, wrong encoding)
  'no-picture', // no picture that newspapers print: another kind (HEIC, GIF, SVG), damaged, or empty; `details.name`
  'no-package', // no review package, or a damaged one; `details.reason` and `subject` name what
  'reading-only', // the story came for reading only, or went to press
  'no-word-file', // no DOCX, or a damaged one
  'empty', // nothing in the file to take
  'too-large', // over the documented size
  'read-only', // the story is in the bin, locked, or the library is open for reading only
  'newer-library', // the library was written by a newer version of the program
  'damaged-library', // the library fails its checks
  'disk-full',
  'storage-failed', // the disk refused for another reason
  'does-not-fit', // the story is longer than its slot: refused for press
  'missing-glyphs', // characters no font of the template has
  'missing-pictures', // figures without a picture that can be printed: refused for press; `details` number them
  'preflight-blocked', // preflight found what keeps the story from press; `details.codes` name the findings
  'page-blocked', // a story of the page is not ready for press; `details.name` is its headline, `details.codes` name the findings
  'not-conforming', // the finished PDF fails its own check; `details.requirements` name what, `details.reasons` say it for whoever looks after the template
  'template-failed', // the template has an error; `details` names file and line
  'template-timeout', // the template ran longer than allowed and was stopped
  'stage-blocked', // the stage may not be signed; `details.codes` name what is missing
  'wrong-pin',
  'outdated', // what was to be signed is no longer what was shown
  'cancelled',
  'unavailable', // the backend or the typesetter is not running
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** What a refusal adds for the person who reads it: numbers, names and places, ready for a translated sentence. */
export type ErrorDetails = Record<string, string | number | string[]>

/** An expected failure: crosses the process boundary whole, and is shown as a sentence of the interface's language. */
export class AppError extends Error {
  constructor(readonly code: ErrorCode, message: string, readonly details: ErrorDetails = {}) {
    super(message)
    this.name = 'AppError'
  }
}

export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code)
}
