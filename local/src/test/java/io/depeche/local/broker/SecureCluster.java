// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depeche.schemas.access.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/**
 * A broker as it is in an agency: clients reach it by TLS only, as users by SCRAM, and are allowed what ACLs grant them
 * and nothing else.
 */
public final class SecureCluster implements AutoCloseable {

    private static final String ADMIN = "admin";
    private static final int ITERATIONS = 4096;

    private final Path stores;
    private final Map<String, String> passwords = new HashMap<>();
    private final String storePassword = UUID.randomUUID().toString();
    private final EmbeddedBroker broker;
    private final Admin admin;

    private SecureCluster(Path folder, Collection<String> users) throws Exception {
        this.stores = Files.createDirectories(folder.resolve("stores"));
        passwords.put(ADMIN, UUID.randomUUID().toString());
        certify("broker");
        certify("stranger");
        this.broker =
                EmbeddedBroker.start(BrokerOptions.in(folder.resolve("kafka")).withProperties(brokerSettings()));
        this.admin = Admin.create(adminSettings());
        addUsers(users);
    }

    /**
     * Starts it; returns when the users can log in.
     *
     * @param folder for topics and key stores
     */
    public static SecureCluster start(Path folder, Collection<String> users) throws Exception {
        return new SecureCluster(folder, users);
    }

    /** As a user who may do everything. */
    public Admin admin() {
        return admin;
    }

    /** Settings of Kafka's clients for a user who may do everything. */
    public Map<String, Object> adminSettings() {
        Map<String, Object> settings = new HashMap<>(tls());
        settings.put(SaslConfigs.SASL_MECHANISM, "PLAIN");
        settings.put(SaslConfigs.SASL_JAAS_CONFIG, login(PlainLoginModule.class, ADMIN));
        return settings;
    }

    /** Settings of Kafka's clients for a user. */
    public Map<String, String> settings(String user) {
        Map<String, String> settings = tls();
        settings.put(SaslConfigs.SASL_MECHANISM, ScramMechanism.SCRAM_SHA_512.mechanismName());
        settings.put(SaslConfigs.SASL_JAAS_CONFIG, login(ScramLoginModule.class, user));
        return settings;
    }

    /** Of a user. */
    public String password(String user) {
        return passwords.get(user);
    }

    /** A trust store that does not know the broker's certificate; its password is that of the right one. */
    public Path strangeTrustStore() {
        return trustStore("stranger");
    }

    /** Grants the rights to a user; returns when the broker knows of it. */
    public void grant(String user, Collection<Right> rights) throws Exception {
        List<AclBinding> granted =
                rights.stream().map(right -> right.grantedTo("User:" + user)).toList();
        admin.createAcls(granted).all().get();
        await().until(() -> granted().containsAll(granted));
    }

    /** Takes a right from a user; returns when the broker knows of it. */
    public void revoke(String user, Right right) throws Exception {
        AclBinding revoked = right.grantedTo("User:" + user);
        assertThat(granted()).contains(revoked);
        admin.deleteAcls(List.of(revoked.toFilter())).all().get();
        await().until(() -> !granted().contains(revoked));
    }

    @Override
    public void close() throws IOException {
        try (broker) {
            admin.close();
        }
    }

    private Collection<AclBinding> granted() throws Exception {
        return admin.describeAcls(AclBindingFilter.ANY).values().get();
    }

    private Map<String, String> brokerSettings() {
        String plain = "listener.name.clients.plain.sasl.jaas.config";
        Map<String, String> settings = new HashMap<>();
        settings.put("listener.security.protocol.map", "CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
        // The broker writes transactions' ends to itself, too.
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put(
                plain,
                login(PlainLoginModule.class, ADMIN)
                        .replace(";", " user_%s=\"%s\";".formatted(ADMIN, passwords.get(ADMIN))));
        settings.put(
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                ScramLoginModule.class.getName() + " required;");
        settings.put(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, keyStore("broker").toString());
        settings.put(SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG, storePassword);
        settings.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, "PKCS12");
        settings.put(
                SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, trustStore("broker").toString());
        settings.put(SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG, storePassword);
        settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PKCS12");
        settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
        settings.put("allow.everyone.if.no.acl.found", "false");
        // On the controller's listener, which clients don't use, the broker has no name.
        settings.put("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
        return settings;
    }

    private Map<String, String> tls() {
        Map<String, String> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_SSL");
        settings.put(
                SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, trustStore("broker").toString());
        settings.put(SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG, storePassword);
        settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PKCS12");
        return settings;
    }

    private String login(Class<?> module, String user) {
        return "%s required username=\"%s\" password=\"%s\";".formatted(module.getName(), user, passwords.get(user));
    }

    private void addUsers(Collection<String> users) throws Exception {
        List<UserScramCredentialAlteration> additions = new ArrayList<>();
        for (String user : users) {
            passwords.put(user, UUID.randomUUID().toString());
            additions.add(new UserScramCredentialUpsertion(
                    user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), passwords.get(user)));
        }
        admin.alterUserScramCredentials(additions).all().get();
        await().until(() -> admin.describeUserScramCredentials().users().get().containsAll(users));
    }

    /** A key of its own for localhost, and the trust in it. */
    private void certify(String name) throws Exception {
        Path certificate = stores.resolve(name + ".crt");
        keytool(
                keyStore(name),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost");
        keytool(keyStore(name), "-exportcert", "-alias", name, "-file", certificate.toString());
        keytool(trustStore(name), "-importcert", "-noprompt", "-alias", name, "-file", certificate.toString());
    }

    private void keytool(Path store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", storePassword));
        Path said = stores.resolve("keytool.txt");
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(keytool.waitFor()).as(() -> "keytool: " + said).isZero();
    }

    private Path keyStore(String name) {
        return stores.resolve(name + ".key.p12");
    }

    private Path trustStore(String name) {
        return stores.resolve(name + ".trust.p12");
    }
}
