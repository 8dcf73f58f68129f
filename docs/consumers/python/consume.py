#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Reads enriched statements with Confluent's own Python client.

Debian and Ubuntu: apt-get install python3-confluent-kafka python3-avro python3-requests
Spans are in code points, which is what Python's strings count: text[start:end] is the annotation's text.
"""
import argparse
import json
import sys

from confluent_kafka import Consumer
from confluent_kafka.avro import CachedSchemaRegistryClient
from confluent_kafka.avro.serializer.message_serializer import MessageSerializer

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--bootstrap-servers", default="localhost:9092")
parser.add_argument("--registry-url", default="http://localhost:8081")
parser.add_argument("--topic", default="statements.enriched")
parser.add_argument("--group", default="python-consumer")
parser.add_argument("--count", type=int, default=0, help="end after so many statements (0: never)")
options = parser.parse_args()

# Keys are plain strings, so only the values go through Confluent's deserializer.
values = MessageSerializer(CachedSchemaRegistryClient({"url": options.registry_url}))
consumer = Consumer({
    "bootstrap.servers": options.bootstrap_servers,
    "group.id": options.group,
    "auto.offset.reset": "earliest",
    # Only what the pipeline has committed.
    "isolation.level": "read_committed",
})
consumer.subscribe([options.topic])

seen = 0
try:
    while options.count == 0 or seen < options.count:
        message = consumer.poll(1.0)
        if message is None:
            continue
        if message.error():
            sys.exit(f"{message.topic()}: {message.error()}")
        statement = values.decode_message(message.value())
        text = statement["text"]
        for figure in statement["figures"]:
            assert text[figure["start"]:figure["end"]] == figure["text"]
        print(json.dumps({
            "id": statement["id"],
            "revision": statement["revision"],
            "entities": [entity["name"] for entity in statement["entities"]],
            "figures": [
                " ".join(filter(None, [
                    figure["qualifier"], figure["text"], (figure["counted"] or {}).get("text"),
                ]))
                for figure in statement["figures"]
            ],
        }, ensure_ascii=False), flush=True)
        seen += 1
finally:
    consumer.close()
