// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.schemas.config.ConnectionConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private static final String LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule required";
    private static final List<Right> NEEDED = List.of(
            Right.onTopic(AclOperation.READ, "in", "what it reads"),
            Right.onTopic(AclOperation.WRITE, "out", "what it writes"),
            Right.ofGroup("readers", "its offsets"),
            Right.ofTransactions("readers-", "once each"));

    private final Access access = access(LOGIN + " username=\"sink\" password=\"s3cret\";");

    @Test
    void theRightIsNamedForWhomAndWhatAndHowToGrantIt() {
        KafkaException failure =
                new KafkaException("in an error state", new TopicAuthorizationException(Set.of("out")));

        assertThat(Access.isRefusal(failure)).isTrue();
        assertThat(access.explained(failure))
                .hasCause(failure)
                .hasMessage("User:sink lacks the right on Kafka at kafka:9093 (Not authorized to access topics: [out]):"
                        + " WRITE on topic out, for what it writes. To grant: kafka-acls.sh --add --allow-principal"
                        + " User:sink --operation WRITE --topic out");
    }

    @Test
    void groupsAndTransactionsAreNamedToo() {
        assertThat(access.explained(GroupAuthorizationException.forGroupId("readers")))
                .hasMessageContaining("READ on group readers")
                .hasMessageNotContaining("READ on topic");
        assertThat(access.explained(new TransactionalIdAuthorizationException("no")))
                .hasMessageContaining("WRITE on transactional id readers-*")
                .hasMessageContaining("--transactional-id readers- --resource-pattern-type prefixed");
    }

    @Test
    void whatKafkaDoesNotPlaceMayBeAnyOfThem() {
        assertThat(access.explained(new ClusterAuthorizationException("no")))
                .hasMessageContaining("lacks one of the rights")
                .hasMessageContainingAll(NEEDED.stream().map(Right::toString).toArray(String[]::new));
    }

    @Test
    void credentialsAndCertificatesAreOtherMatters() {
        assertThat(access.explained(new SaslAuthenticationException("invalid credentials")))
                .hasMessageContainingAll("User:sink", "kafka:9093", "invalid credentials", "kafka.sasl.jaas.config")
                .hasMessageNotContaining("s3cret");
        assertThat(access.explained(new SslAuthenticationException("handshake failed", new Exception("no path"))))
                .hasMessageContainingAll("TLS", "handshake failed: no path", "kafka.ssl.truststore");
    }

    @Test
    void whatPassesIsNoRefusal() {
        assertThat(Access.isRefusal(new KafkaException(new TimeoutException("later"))))
                .isFalse();
        assertThatThrownBy(() -> access.explained(new TimeoutException("later")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" username='sink' password='x';", " password=x username=sink;", "\n  username = \"sink\" ;"})
    void theUserIsReadFromTheLogin(String options) {
        assertThat(access(LOGIN + options).explained(new ClusterAuthorizationException("no")))
                .hasMessageStartingWith("User:sink lacks");
    }

    @Test
    void aUserThatOnlyTheBrokerKnowsIsLeftOpen() {
        Access certified = new Access(
                new ConnectionConfig(
                        Map.of("kafka.bootstrap.servers", "kafka:9093", "schema.registry.url", "http://registry")),
                NEEDED);

        assertThat(certified.explained(new ClusterAuthorizationException("no"))).hasMessageStartingWith("User:… lacks");
    }

    private static Access access(String jaas) {
        return new Access(
                new ConnectionConfig(Map.of(
                        "kafka.bootstrap.servers", "kafka:9093",
                        "kafka.sasl.jaas.config", jaas,
                        "schema.registry.url", "http://registry")),
                NEEDED);
    }
}
