import type { AppError } from '../../src-main/common/ipc/errors'

type Translate = (key: string, values: Record<string, unknown>) => string

/** What happened, what is safe and what to do, in the interface's language. */
export function errorSentence(t: Translate, error: AppError): string {
  const details = Object.fromEntries(Object.entries(error.details).map(([name, value]) => [name, Array.isArray(value) ? value.join('、') : value]))
  const reason = error.code === 'no-package' && details['reason'] ? t(`packages.damage.${String(details['reason'])}`, { subject: '', ...details }) : ''
  const advice = error.code === 'template-timeout' ? t(details['places'] ? 'proof.lookAtLoops' : 'proof.noLoops', details) : ''
  const why = error.code === 'read-only' ? t(`stories.readOnly.${readOnlyCause(details['cause'])}`, {}) : ''
  const requirements = error.code === 'not-conforming' && Array.isArray(error.details['requirements']) ? error.details['requirements'].map(each => t(`preflight.requirements.${each}`, {})).join(t('preflight.and', {})) : ''
  return t(`errors.${error.code}`, { file: '', name: '', line: '', template: '', seconds: '', lines: '', characters: '', numbers: '', person: '', ...details, reason, requirements, advice, why, message: error.message })
}

const readOnlyCause = (cause: unknown) => cause === 'binned' || cause === 'locked' ? cause : 'other'
