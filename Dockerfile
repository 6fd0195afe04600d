# Two stages: the first builds the jar with the wrapper and takes it apart, the second runs it on a JRE.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
# The tests need tools that this stage does not have; CI runs them.
RUN ./mvnw -B -q package -DskipTests \
    && java -Djarmode=tools -jar target/sigmoid.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="sigmoid" \
      org.opencontainers.image.description="The sigmoid function and its derivative over HTTP" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
# What changes least comes first, so that a new version of the service is one small layer.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
# A number, not a name, so that Kubernetes can see that it is not root.
USER 10001:10001
EXPOSE 8080
# bash speaks HTTP well enough; the image has no curl.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
# exec form: SIGTERM reaches the JVM, which drains and stops. Three quarters of the container's memory are heap.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "sigmoid.jar"]
