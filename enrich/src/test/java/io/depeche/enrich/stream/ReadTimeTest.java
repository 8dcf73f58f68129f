// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ReadTimeTest {

    @Test
    void aRecordWithoutATimestampHasThatOfTheLatestBeforeIt() {
        assertThat(new ReadTime().extract(record(1234), 5678)).isEqualTo(1234);
        assertThat(new ReadTime().extract(record(ConsumerRecord.NO_TIMESTAMP), 5678))
                .isEqualTo(5678);
        assertThat(new ReadTime().extract(record(ConsumerRecord.NO_TIMESTAMP), -1))
                .isZero();
    }

    private static ConsumerRecord<Object, Object> record(long timestamp) {
        return new ConsumerRecord<>(
                "t",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty());
    }
}
