import { z } from 'zod'
import { dispatches, contributorRoles, linkLists, priorities, publicationChoices, slipFields, storyKinds, type Slip } from '../document/slip'
import { dropReasons, importWarningCodes, lineRoles } from '../interchange/import'
import { packageKinds } from '../interchange/review-package'
import { pressStandards } from '../print/press'
import { rankChoices } from '../document/length-cap'
import { headlineScales } from '../document/layout'
import { outputs, pageOutputs } from '../print/print'
import { remainders } from '../print/column-arithmetic'
import { placedTemplates, type PagePlanId } from '../print/page-plan'
import { slotBounds } from '../print/slot'
import { chosenReasons, sortKeys, stages, type StoryId, type VersionId } from '../story/story'
import { csvColumns } from '../proofreading/error-csv'
import { passes } from '../suggestions/passes'
import { amendments } from '../workflow/signature'
import { checkNames, mostSigners } from '../workflow/workflow'
import type { BackendApi } from './contract'
import { AppError } from './errors'
import type { ArgumentCheck } from './rpc'

const mostUpdateBytes = 64 * 1024 * 1024
const mostFileBytes = 200 * 1024 * 1024
const mostIds = 100_000

const short = z.string().max(500)
const long = z.string().max(20_000)
const name = /^[a-z0-9]{1,64}$/
const storyId = z.custom<StoryId>(value => typeof value === 'string' && name.test(value))
const versionId = z.custom<VersionId>(value => typeof value === 'string' && name.test(value))
const storyIds = z.array(storyId).min(1).max(mostIds)
const bytes = (most: number) => z.custom<Uint8Array>(value => value instanceof Uint8Array && value.byteLength <= most, `Bytes, at most ${most}`)
const whole = (least: number, most: number) => z.number().int().min(least).max(most)
const percent = (least: number, most: number) => z.number().min(least).max(most)

const file = () => z.union([z.strictObject({ name: short, bytes: bytes(mostFileBytes) }), z.strictObject({ grant: short.min(1) })])
const bounded = ({ least, most }: { least: number, most: number }) => whole(least, most)
const slot = () => z.strictObject({
  columns: bounded(slotBounds.columns), lines: bounded(slotBounds.lines), characters: bounded(slotBounds.characters),
  gutter: z.number().min(0).max(40).optional(), widerColumns: whole(0, slotBounds.columns.most).optional(),
  bodySize: z.number().min(4).max(72).optional(), linePitch: z.number().min(4).max(144).optional(), bleed: z.number().min(0).max(20).optional(),
}).nullable()
const fitting = () => z.strictObject({ headlineScale: percent(headlineScales.least, headlineScales.most), isBalanced: z.boolean() }).partial()
const template = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u)

const press = () => z.strictObject({
  standard: z.enum(pressStandards), bleed: z.boolean(), marks: z.boolean(), slugLine: z.boolean(), profile: template, inkLimit: percent(100, 400),
})
const finalPlace = () => z.strictObject({ block: whole(0, 1_000_000), from: whole(0, 10_000_000), to: whole(0, 10_000_000) })
const textTrial = () => z.strictObject({ headline: z.array(long).min(1).max(20), cuts: z.array(finalPlace()).max(100) }).partial()
const settingRequest = () => z.strictObject({ story: storyId, template: template.nullable(), slot: slot(), fitting: fitting().optional(), text: textTrial().optional() })
const exportRequest = () => z.strictObject({ story: storyId, template: template.nullable(), slot: slot(), output: z.enum(outputs), press: press().partial().optional() })
const batch = short.min(1)

const millimetres = () => z.number().min(0).max(2000)
const size = () => z.strictObject({ width: millimetres(), height: millimetres() })
const formatId = z.string().regex(/^[a-z0-9-]{1,64}$/)
const pageFormat = () => z.strictObject({
  id: formatId, name: short.min(1), trim: size(), typeArea: size(), columns: bounded(slotBounds.columns), characters: bounded(slotBounds.characters),
  lines: bounded(slotBounds.lines), gutter: z.number().min(0).max(20), bodySize: z.number().min(4).max(72), linePitch: z.number().min(4).max(144),
  bleed: z.number().min(0).max(20),
})
const place = () => z.strictObject({
  format: formatId, firstColumn: whole(0, 100), columns: bounded(slotBounds.columns), firstLine: whole(0, 300), lines: whole(1, 300),
  broken: bounded(slotBounds.columns), remainder: z.enum(remainders),
})
const pagePlanId = z.custom<PagePlanId>(value => typeof value === 'string' && name.test(value))
const pagePlan = () => z.strictObject({
  id: pagePlanId, format: formatId, template, paper: short, date: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/), number: short, section: short, editor: short,
  placements: z.array(z.strictObject({ story: storyId, place: place(), template: z.enum(placedTemplates) })).max(200),
})

const cap = () => whole(1, 100_000)
const caps = () => z.strictObject({ leaders: cap(), others: cap(), festive: cap() })

const stage = z.enum(stages)
const fieldNames = () => z.array(z.custom<keyof Slip>(value => (slipFields as unknown[]).includes(value))).max(100)
const stageRule = () => z.strictObject({ fields: fieldNames(), checks: z.array(z.enum(checkNames)), roles: z.array(short).max(100), signers: whole(1, mostSigners).default(1) })
const workflow = () => z.strictObject({
  stages: z.array(stage).max(stages.length), rules: z.partialRecord(stage, stageRule()), renewed: z.array(stage).max(stages.length), mayProofOwnText: z.boolean(),
})
const pin = z.string().max(100)
const signer = () => z.strictObject({ name: short.min(1), pin })

const settings = () => z.strictObject({
  workflow: workflow(),
  language: z.enum(['system', 'zh-CN', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  textScale: percent(50, 200),
  lengthTolerance: percent(0, 100),
  listWidth: percent(0, 100),
  sideWidth: percent(0, 100),
  sideTab: z.enum(['slip', 'proof', 'suggestions', 'comments', 'workflow']),
  proofFollows: z.boolean(),
  person: z.strictObject({ name: short, role: short, code: short.default('') }), pass: z.enum(passes), isTracking: z.boolean(),
  template,
  slot: slot(),
  format: formatId,
  lengthCaps: z.strictObject({ broadsheet: caps(), tabloid: caps() }),
  templateParameters: z.record(template, z.record(short, z.union([z.string().max(200), z.number(), z.boolean()]))),
  press: press(),
}).partial()

const moment = () => whole(0, 8_640_000_000_000_000).nullable()
const errorQuery = () => z.strictObject({ from: moment(), to: moment(), pass: z.enum(passes).or(z.literal('')), person: short, desk: short })
const csvWords = () => z.strictObject({ columns: z.record(z.enum(csvColumns), short), passes: z.record(short, short), within: short, beyond: short })

const storyQuery = () => z.strictObject({
  where: z.enum(['desk', 'bin']),
  filter: short,
  kind: z.enum(storyKinds).nullable(),
  stage: z.enum(stages).nullable(),
  sort: z.enum(sortKeys),
  descending: z.boolean(),
  offset: whole(0, 100_000_000),
  limit: whole(0, 500),
})

const slip = () => z.strictObject({
  shortTitle: long, kind: z.enum(storyKinds), source: long, agency: long, dispatch: z.enum(dispatches), datelinePlace: long,
  datelineDate: short, byline: z.array(z.strictObject({ role: z.enum(contributorRoles), name: long })).max(1000),
  editor: long, dutyChief: long, releasedBy: long, credits: long, section: long, page: long, desk: long, priority: z.enum(priorities),
  keywords: z.array(long).max(1000), plannedLength: whole(0, 10_000_000).nullable(), rank: z.enum(rankChoices), publishedAt: short, embargo: short, instructions: long, legalHold: long, publication: z.enum(publicationChoices),
  links: z.array(z.strictObject({ list: z.enum(linkLists), text: long })).max(100_000),
}).partial()

const anyLine = () => z.string().max(6 * 1024 * 1024) // a file of 5 MB may be one line
const importReading = () => z.strictObject({
  name: short,
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']),
  lines: z.array(z.strictObject({
    number: whole(1, 10_000_000), original: anyLine(), text: anyLine(), role: z.enum(lineRoles), reason: z.enum(dropReasons).optional(),
    isUncertain: z.boolean(),
  })).max(6_000_000),
  slip: slip(),
  warnings: z.array(z.strictObject({ code: z.enum(importWarningCodes), message: long, line: whole(1, 10_000_000).nullable() })).max(100_000),
})

type ArgumentsOf<Operation> = Operation extends (...args: infer A) => unknown ? A : never
type Schemas = { [N in keyof BackendApi]: { [O in keyof BackendApi[N]]: () => z.ZodType<ArgumentsOf<BackendApi[N][O]>> } }

/** What each operation takes, made when it is first asked for: all of them together would hold up the start. An operation of the contract without its line here does not compile. */
const schemas: Schemas = {
  library: {
    info: () => z.tuple([]),
    settings: () => z.tuple([]),
    changeSettings: () => z.tuple([settings()]),
  },
  stories: {
    list: () => z.tuple([storyQuery()]),
    create: () => z.tuple([z.enum(storyKinds)]),
    open: () => z.tuple([storyId]),
    push: () => z.tuple([storyId, bytes(mostUpdateBytes)]),
    sync: () => z.tuple([storyId, bytes(mostUpdateBytes)]),
    close: () => z.tuple([storyId]),
    duplicate: () => z.tuple([storyId]),
    moveToBin: () => z.tuple([storyIds]),
    restore: () => z.tuple([storyIds]),
    deleteForever: () => z.tuple([storyIds]),
    versions: () => z.tuple([storyId]),
    keepVersion: () => z.tuple([storyId, short, z.enum(chosenReasons).optional()]),
    openVersion: () => z.tuple([storyId, versionId]),
    writers: () => z.tuple([storyId]),
  },
  people: {
    list: () => z.tuple([]),
    sitDown: () => z.tuple([z.strictObject({ name: short.min(1), role: short, code: short }), pin]),
    changePin: () => z.tuple([signer(), pin]),
    remove: () => z.tuple([signer()]),
  },
  reviews: {
    state: () => z.tuple([storyId]),
    sign: () => z.tuple([storyId, signer(), stage, long]),
    sendBack: () => z.tuple([storyId, signer(), stage, long]),
    amend: () => z.tuple([storyId, signer(), z.enum(amendments), long]),
    check: () => z.tuple([storyId, versionId, versionId.nullable()]),
    late: () => z.tuple([storyId, versionId]),
    signCheck: () => z.tuple([storyId, signer(), z.strictObject({ earlier: versionId, later: versionId.nullable(), listHash: z.string().regex(/^[0-9a-f]{64}$/) }), long]),
    lock: () => z.tuple([storyId, short.min(1)]),
    unlock: () => z.tuple([storyId, short.min(1)]),
  },
  errorRates: {
    report: () => z.tuple([errorQuery()]),
    exportCsv: () => z.tuple([errorQuery(), csvWords(), short.min(1)]),
  },
  imports: {
    read: () => z.tuple([file(), batch.optional()]),
    take: () => z.tuple([importReading(), batch.optional()]),
    cancel: () => z.tuple([batch]),
  },
  packages: {
    write: () => z.tuple([storyId, z.enum(packageKinds), short.min(1)]),
    open: () => z.tuple([file()]),
  },
  word: {
    export: () => z.tuple([storyId, z.strictObject({ suggestions: z.boolean(), comments: z.boolean() }), short.min(1)]),
    read: () => z.tuple([file()]),
  },
  pictures: {
    add: () => z.tuple([file()]),
    read: () => z.tuple([z.string().regex(/^[0-9a-f]{64}$/)]),
  },
  formats: {
    list: () => z.tuple([]),
    save: () => z.tuple([pageFormat()]),
    remove: () => z.tuple([formatId]),
  },
  pages: {
    list: () => z.tuple([]),
    open: () => z.tuple([pagePlanId]),
    save: () => z.tuple([pagePlan()]),
    remove: () => z.tuple([pagePlanId]),
    templateFor: () => z.tuple([storyId]),
    proof: () => z.tuple([pagePlanId, z.number().nullable()]),
    preflight: () => z.tuple([pagePlanId]),
    export: () => z.tuple([pagePlanId, z.enum(pageOutputs), short.min(1)]),
  },
  print: {
    templates: () => z.tuple([]),
    families: () => z.tuple([]),
    proof: () => z.tuple([settingRequest().extend({ known: z.number().nullable() })]),
    fit: () => z.tuple([settingRequest()]),
    lines: () => z.tuple([settingRequest()]),
    missingGlyphs: () => z.tuple([storyId, template]),
    preflight: () => z.tuple([exportRequest()]),
    export: () => z.tuple([exportRequest(), short.min(1)]),
    exportMany: () => z.tuple([batch, z.array(exportRequest()).min(1).max(10_000), short.min(1)]),
    cancelBatch: () => z.tuple([batch]),
  },
  profiles: {
    list: () => z.tuple([]),
    add: () => z.tuple([file()]),
    remove: () => z.tuple([template]),
  },
}

/** Holds what comes through the backend's door against the contract; throws `invalid-arguments`. */
export const checkArguments: ArgumentCheck = (path, args) => {
  const result = schemaOf(path).safeParse(args)
  if (result.success) return result.data
  throw new AppError('invalid-arguments', `${path}: ${z.prettifyError(result.error).slice(0, 500)}`)
}

const made = new Map<string, z.ZodType<unknown[]>>()

function schemaOf(path: string): z.ZodType<unknown[]> {
  const schema = made.get(path) ?? makerOf(path)()
  made.set(path, schema)
  return schema
}

function makerOf(path: string): () => z.ZodType<unknown[]> {
  const [namespace = '', operation = '', ...rest] = typeof path === 'string' ? path.split('.') : []
  const group: Record<string, () => z.ZodType<unknown[]>> | undefined = Object.hasOwn(schemas, namespace) ? schemas[namespace as keyof Schemas] : undefined
  const make = group && rest.length === 0 && Object.hasOwn(group, operation) ? group[operation] : undefined
  if (!make) throw new AppError('invalid-arguments', `No operation ${String(path).slice(0, 100)}`)
  return make
}
