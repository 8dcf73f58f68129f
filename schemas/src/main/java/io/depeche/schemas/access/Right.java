// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Something that a role must be allowed to do on a cluster that has ACLs. What Kafka grants along with it, DESCRIBE with
 * READ and WRITE for one, is not a right of its own here.
 *
 * @param operation what
 * @param resource on what
 * @param purpose what the role does with it, in words
 */
public record Right(AclOperation operation, ResourcePattern resource, String purpose) {

    private static final String ANY_HOST = "*";
    private static final Set<ResourceType> ON =
            EnumSet.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID);

    /** @throws IllegalArgumentException where it is on something that no role has a right on */
    public Right {
        if (!ON.contains(resource.resourceType())) {
            throw new IllegalArgumentException("no right is on a " + resource.resourceType());
        }
    }

    /** On one topic. */
    public static Right onTopic(AclOperation operation, String topic, String purpose) {
        return new Right(operation, new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL), purpose);
    }

    /** To be a member of a consumer group and commit its offsets. */
    public static Right ofGroup(String group, String purpose) {
        return new Right(
                AclOperation.READ, new ResourcePattern(ResourceType.GROUP, group, PatternType.LITERAL), purpose);
    }

    /** To write in transactions whose ids begin so. */
    public static Right ofTransactions(String prefix, String purpose) {
        return new Right(
                AclOperation.WRITE,
                new ResourcePattern(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED),
                purpose);
    }

    /** Whether it is about that topic. */
    public boolean isOnTopic(String name) {
        return resource.resourceType() == ResourceType.TOPIC && resource.name().equals(name);
    }

    /** The ACL that grants it, from any host. */
    public AclBinding grantedTo(String principal) {
        return new AclBinding(
                resource, new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
    }

    /** What {@code kafka-acls.sh --add} is told behind the principal to grant it. */
    public String option() {
        String pattern = resource.patternType() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
        return "--operation " + operation + " --" + kind("-") + " " + resource.name() + pattern;
    }

    @Override
    public String toString() {
        String rest = resource.patternType() == PatternType.PREFIXED ? "*" : "";
        return operation + " on " + kind(" ") + " " + resource.name() + rest;
    }

    /** {@code topic}, {@code group} or {@code transactional id}, with that between the words. */
    private String kind(String between) {
        return resource.resourceType().name().toLowerCase(Locale.ROOT).replace("_", between);
    }
}
