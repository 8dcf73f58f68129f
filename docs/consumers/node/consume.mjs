#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Reads enriched statements with KafkaJS and its Confluent schema registry client. First: npm ci
// Spans are in code points: [...text].slice(start, end).join("") is the annotation's text.
import { parseArgs } from "node:util";
import { SchemaRegistry } from "@kafkajs/confluent-schema-registry";
import kafkajs from "kafkajs";
import lz4 from "lz4js";

const { values: options } = parseArgs({
  options: {
    "bootstrap-servers": { type: "string", default: "localhost:9092" },
    "registry-url": { type: "string", default: "http://localhost:8081" },
    topic: { type: "string", default: "statements.enriched" },
    group: { type: "string", default: "node-consumer" },
    count: { type: "string", default: "0" }, // end after so many statements (0: never)
  },
});

// The topics are compressed with lz4, which KafkaJS leaves to a library of one's choice.
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.LZ4] = () => ({
  compress: async (encoder) => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const registry = new SchemaRegistry({ host: options["registry-url"] });
const kafka = new kafkajs.Kafka({
  clientId: "node-consumer",
  brokers: options["bootstrap-servers"].split(","),
  logLevel: kafkajs.logLevel.ERROR,
});
// KafkaJS reads only what the pipeline has committed, unless told otherwise.
const consumer = kafka.consumer({ groupId: options.group });
await consumer.connect();
await consumer.subscribe({ topic: options.topic, fromBeginning: true });

const count = Number(options.count);
let seen = 0;
const done = new Promise((resolve) => {
  consumer.run({
    eachMessage: async ({ message }) => {
      if (count > 0 && seen >= count) return;
      const statement = await registry.decode(message.value);
      const text = [...statement.text];
      for (const figure of statement.figures) {
        const found = text.slice(figure.start, figure.end).join("");
        if (found !== figure.text) throw new Error(`${found} is not ${figure.text}`);
      }
      console.log(JSON.stringify({
        id: statement.id,
        revision: statement.revision,
        entities: statement.entities.map((entity) => entity.name),
        figures: statement.figures.map((figure) =>
          [figure.qualifier, figure.text, figure.counted?.text].filter(Boolean).join(" ")),
      }));
      if (++seen === count) resolve();
    },
  });
});
await done;
await consumer.disconnect();
