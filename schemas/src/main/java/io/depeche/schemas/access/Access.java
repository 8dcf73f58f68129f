// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.access;

import io.depeche.schemas.config.ConnectionConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The rights that a role needs of Kafka, and what a refusal means: Kafka names at most the resource, this names the
 * right and what grants it. Immutable and thread-safe.
 */
public final class Access {

    private static final Pattern USERNAME = Pattern.compile("\\busername\\s*=\\s*[\"']?([^\"'\\s;]+)");

    private final String bootstrapServers;
    private final String principal;
    private final List<Right> needed;

    /** @param needed every right of the role */
    public Access(ConnectionConfig config, List<Right> needed) {
        this.bootstrapServers = String.valueOf(config.kafka().get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        this.principal = principal(config.kafka().get(SaslConfigs.SASL_JAAS_CONFIG));
        this.needed = List.copyOf(needed);
    }

    /** Whether a failure is a refusal that does not pass by waiting: of the credentials, or of a right. */
    public static boolean isRefusal(Throwable failure) {
        return refusal(failure).isPresent();
    }

    /**
     * Asks Kafka which of the rights on topics it grants, so that one that is needed only later, for dead letters say, is
     * missed at start. Those on groups and transactions show themselves at the first step.
     *
     * @throws AccessException naming all that are missing
     * @throws KafkaException as Kafka answers otherwise; {@code RetriableException} where trying again may help
     */
    public void check(Admin admin) {
        Set<String> topics = needed.stream()
                .filter(right -> right.resource().resourceType() == ResourceType.TOPIC)
                .map(right -> right.resource().name())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Right> missing = new ArrayList<>();
        admin.describeTopics(topics, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues()
                .forEach((topic, description) -> missing.addAll(missing(topic, description)));
        if (!missing.isEmpty()) {
            throw missing(missing, null);
        }
    }

    /**
     * What a refusal means.
     *
     * @param refusal a failure of which {@link #isRefusal} is true
     */
    public AccessException explained(Throwable refusal) {
        Throwable refused = refusal(refusal).orElseThrow(() -> new IllegalArgumentException("no refusal", refusal));
        return refused instanceof AuthenticationException
                ? outside(refused, refusal)
                : missing(suspects(refused), refusal);
    }

    private List<Right> missing(String topic, KafkaFuture<TopicDescription> description) {
        try {
            Set<AclOperation> granted = description.get().authorizedOperations();
            // Null from a broker that does not tell. And what is there need not be made.
            return granted == null
                    ? List.of()
                    : on(
                            topic,
                            right -> right.operation() != AclOperation.CREATE && !granted.contains(right.operation()));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicAuthorizationException) {
                // Not so much as DESCRIBE, which comes with each of them.
                return on(topic, right -> true);
            }
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                // To be made; whether that is allowed shows then.
                return List.of();
            }
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    private List<Right> on(String topic, Predicate<Right> wanted) {
        return needed.stream()
                .filter(right -> right.isOnTopic(topic))
                .filter(wanted)
                .toList();
    }

    private AccessException outside(Throwable refused, Throwable failure) {
        if (refused instanceof SslAuthenticationException) {
            return new AccessException(
                    "no TLS connection to Kafka at " + bootstrapServers + ": " + causes(refused)
                            + "; check kafka.ssl.truststore.…, which has to know the authority of the brokers'"
                            + " certificates, kafka.ssl.keystore.… where they ask for one of ours, and that the"
                            + " certificates name the hosts",
                    failure);
        }
        return new AccessException(
                "Kafka at " + bootstrapServers + " does not accept the credentials of " + principal + ": "
                        + refused.getMessage()
                        + "; check kafka.security.protocol, kafka.sasl.mechanism and kafka.sasl.jaas.config",
                failure);
    }

    /** Of the rights that are needed those that it can be about. */
    private List<Right> suspects(Throwable refused) {
        List<Right> suspects;
        if (refused instanceof TopicAuthorizationException topics) {
            suspects = topics.unauthorizedTopics().stream()
                    .flatMap(topic -> on(topic, right -> true).stream())
                    .toList();
        } else if (refused instanceof GroupAuthorizationException) {
            suspects = on(ResourceType.GROUP);
        } else if (refused instanceof TransactionalIdAuthorizationException) {
            suspects = on(ResourceType.TRANSACTIONAL_ID);
        } else {
            suspects = List.of();
        }
        return suspects.isEmpty() ? needed : suspects;
    }

    private List<Right> on(ResourceType type) {
        return needed.stream()
                .filter(right -> right.resource().resourceType() == type)
                .toList();
    }

    private AccessException missing(List<Right> rights, Throwable causeOrNull) {
        String said = Optional.ofNullable(causeOrNull)
                .flatMap(Access::refusal)
                .map(refused -> " (" + refused.getMessage() + ")")
                .orElse("");
        // Kafka says which resource it was about, and not which operation.
        String lacks = causeOrNull == null || rights.size() == 1 ? "lacks the right " : "lacks one of the rights ";
        String names =
                rights.stream().map(right -> right + ", for " + right.purpose()).collect(Collectors.joining("; "));
        String options = rights.stream().map(Right::option).collect(Collectors.joining("; "));
        return new AccessException(
                principal + " " + lacks + "on Kafka at " + bootstrapServers + said + ": " + names
                        + ". To grant: kafka-acls.sh --add --allow-principal " + principal + " " + options,
                causeOrNull);
    }

    private static Optional<Throwable> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationException || cause instanceof AuthenticationException) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    private static String causes(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure.getMessage() : failure.getMessage() + ": " + causes(cause);
    }

    /** As the broker names a user by default; certificates and tokens have names that only the broker knows. */
    private static String principal(Object jaas) {
        Matcher username = USERNAME.matcher(String.valueOf(jaas));
        return username.find() ? "User:" + username.group(1) : "User:…";
    }
}
