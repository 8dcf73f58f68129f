# Sourced by the scripts beside it: builds the module where that has not been done or sources are newer, and sets
# `home` (the checkout) and `run` (the Java command with its class path).
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=$home/bench/target/depeche-bench-0.1.0-SNAPSHOT.jar

if [ ! -e "$jar" ] || [ ! -d "$home/bench/target/lib" ] \
  || [ -n "$(find "$home"/pom.xml "$home"/{schemas,enrich,bench}/{pom.xml,src/main} -newer "$jar" -print -quit)" ]; then
  echo "bench: building" >&2
  # Formatting and analysis are for those who change the code: mvn verify.
  (cd "$home" && mvn -q -B -pl bench -am package -DskipTests -Dspotless.skip=true -Dmdep.analyze.skip=true >&2)
  touch "$jar"
fi

# shellcheck disable=SC2034 # Used where this is sourced.
run=("$java" -XX:+UseSerialGC -Xmx1g -Dfile.encoding=UTF-8 "-Ddepeche.home=$home" -cp "$jar:$home/bench/target/lib/*")
