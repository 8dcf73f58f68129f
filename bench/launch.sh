# Sourced by the scripts beside it: builds the module where that has not been done or sources are newer, and sets
# `home` (the checkout) and `run` (the Java command with its class path). `profile` names a Maven profile that has sources
# and a target of its own, `heap` is the most memory.
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
profile=${profile-}
target=$home/bench/target${profile:+/$profile}
jar=$target/depeche-bench-0.1.0-SNAPSHOT.jar
sources=("$home"/pom.xml "$home"/{schemas,ingest,enrich,sink,local,bench}/{pom.xml,src/main} ${profile:+"$home/bench/src/$profile"})

if [ ! -e "$jar" ] || { [ ! -d "$target/lib" ] && [ ! -e "$target/class-path" ]; } \
  || [ -n "$(find "${sources[@]}" -newer "$jar" -print -quit)" ]; then
  echo "bench: building" >&2
  # Formatting and analysis are for those who change the code: mvn verify.
  (cd "$home" && mvn -q -B ${profile:+"-P$profile"} -pl bench -am package \
    -DskipTests -Dspotless.skip=true -Dmdep.analyze.skip=true >&2)
  touch "$jar"
fi

if [ -e "$target/class-path" ]; then
  libraries=$(<"$target/class-path")
else
  libraries=$target/lib/*
fi
# shellcheck disable=SC2034 # Used where this is sourced.
run=("$java" -XX:+UseSerialGC "-Xmx${heap-1g}" -Dfile.encoding=UTF-8 "-Ddepeche.home=$home" -cp "$jar:$libraries")
