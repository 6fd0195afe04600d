# Four stages: `build` makes the jar and takes it apart, `app` lays it out on a JRE, `training` runs it there to learn
# what the JVM can keep, and the last one adds what was learned to `app`.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
# The tests need tools that this stage does not have; CI runs them. The profile `image` lets Spring prepare the application
# context, which spares it a fifth of its work at each start. The rehearsal is compiled here, as a JRE cannot.
RUN ./mvnw -B -q package -Pimage -Dmaven.test.skip=true \
    && java -Djarmode=tools -jar target/sigmoid.jar extract --layers --destination /layers \
    && javac -d /rehearsal src/main/docker/Rehearsal.java

FROM eclipse-temurin:25-jre AS app
WORKDIR /app
# What changes least comes first: the libraries are one layer, the same for every version that has the same libraries.
# (The jar has no snapshots, and taken apart it needs no loader, so that those two layers of Boot's are empty.)
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/application/ ./
COPY src/main/docker/jvm.options ./

# On the JRE and in the folder where the service will run: the JVM refuses a cache of another JRE, of jars with another
# path, size or time, or of another layout of objects. The service is asked everything that it is for, so that the cache
# holds the classes that it needs, linked, and the profiles of its methods, with which they are compiled early and well.
# It is written after SIGTERM, when the JVM ends. (Proxies and some others cannot be kept; those warnings are left out.)
FROM app AS training
COPY --from=build /rehearsal /rehearsal
RUN java -cp /rehearsal Rehearsal 40 \
    java @jvm.options -XX:AOTCacheOutput=sigmoid.aot -Xlog:aot=error -jar sigmoid.jar

FROM app
LABEL org.opencontainers.image.title="sigmoid" \
      org.opencontainers.image.description="The sigmoid function and its derivative over HTTP, every value correctly rounded" \
      org.opencontainers.image.version="1.0.0" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=training /app/sigmoid.aot ./
# A number, not a name, so that Kubernetes can see that it is not root. Nothing here belongs to it: it only reads.
USER 10001:10001
# A cache that does not fit is ignored in silence, and the service starts slowly. With AOTMode=on the JVM fails instead:
# this proves, in the final layout and as the final user, that the cache fits, and that the service answers with it.
RUN --mount=type=bind,from=build,source=/rehearsal,target=/rehearsal \
    java -cp /rehearsal Rehearsal 1 java @jvm.options -XX:AOTCache=sigmoid.aot -XX:AOTMode=on -jar sigmoid.jar
EXPOSE 8080
# bash speaks HTTP well enough; the image has no curl.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
# exec form: SIGTERM reaches the JVM, which drains and stops.
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=sigmoid.aot", "-jar", "sigmoid.jar"]
