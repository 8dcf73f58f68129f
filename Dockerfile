# All roles in one image: the jars are built outside (mvn package) and copied in.
FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 depeche \
 && useradd --system --uid 10001 --gid depeche --home-dir /opt/depeche depeche \
 && mkdir -p /opt/depeche /var/lib/depeche /etc/depeche /inbox \
 && chown depeche:depeche /var/lib/depeche
COPY local/target/depeche/lib /opt/depeche/lib
COPY depeche /opt/depeche/depeche
USER depeche
WORKDIR /var/lib/depeche
VOLUME ["/var/lib/depeche"]
EXPOSE 8080
ENTRYPOINT ["/opt/depeche/depeche"]
