# A production server. The database is a PostgreSQL of its own (see compose.yaml), or the embedded one with its data in /data.
FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
ENV EVERFORUM_MODE=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN node bin/everforum.js build && mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/everforum.js", "start"]
