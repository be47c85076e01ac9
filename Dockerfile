# The service and the command line in one image, started straight from the bundle; docker-compose.yml runs it.
ARG NODE_IMAGE=node:22-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
# First what decides the packages: a change of our code then installs nothing anew.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --loglevel=error
COPY . .
RUN node --input-type=module --eval "import { build } from './scripts/setup/build.mjs'; await build(['server', 'web']);"

FROM ${NODE_IMAGE}
ENV LONGLIAN_HOME=/var/lib/longlian
WORKDIR /app
# The bundle holds every package but the one with a compiled addon (scripts/setup/bundle-server.mjs), which has a loader.
COPY --from=build /app/node_modules/@photostructure/sqlite node_modules/@photostructure/sqlite
COPY --from=build /app/node_modules/node-gyp-build node_modules/node-gyp-build
COPY --from=build /app/build/*.mjs /app/build/*.mjs.map build/
COPY --from=build /app/web/dist web/dist
COPY package.json LICENSE ./
COPY scripts/setup scripts/setup
COPY bin bin
COPY data data
# The first command loads everything the bundle imports, so a package left out fails here and not at the user's.
RUN node bin/longlian.mjs --help > /dev/null && install -d -o node -g node "$LONGLIAN_HOME"
USER node
EXPOSE 4600
ENTRYPOINT ["node", "bin/longlian.mjs"]
CMD ["serve"]
